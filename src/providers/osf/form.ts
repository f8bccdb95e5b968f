/** The creation forms of the three generations, read at the moment they are sent. */
import type { Details } from '../provider';
import { UNTOLD } from '../provider';
import { checkedValues, fieldOf } from '../read';

function asked(root: ParentNode, nameField: string, scopeBoxes: string): Details {
  return {
    ...UNTOLD,
    name: fieldOf(root, nameField),
    scopes: checkedValues(root, scopeBoxes),
    expires: 'never',
  };
}

/** Angular uses one component to create (in a dialog) and to edit (in the token's page). */
function angular(form: Element): Details | null {
  const creates = form.closest('osf-token-add-edit-form') && form.closest('p-dynamicdialog');
  if (!creates || form.closest('osf-token-details')) return null;
  return asked(form, 'osf-text-input input[type="text"]', 'input[type="checkbox"].p-checkbox-input');
}

function legacy(form: Element): Details | null {
  if (!form.closest('#token-fields')) return null;
  return asked(form, 'input[type="text"]', 'input[type="checkbox"]');
}

/** @returns what the user asked for, or `null` for an event that makes no token */
export function readForm(document: Document, event: Event): Details | null {
  const target = event.target as Element | null; // both events are dispatched at elements
  if (!target?.closest) return null;
  if (event.type === 'submit') return angular(target) ?? legacy(target);
  // Ember has no form element: its button is what sends.
  if (event.type !== 'click' || !target.closest('[data-test-create-token-button]')) return null;
  return asked(
    document,
    '[data-test-token-name] input[name="name"]',
    '[data-test-scope] input[type="checkbox"][name="scopes"]',
  );
}
