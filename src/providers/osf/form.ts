/** The creation forms of the three generations (as in detect.ts), read at the moment they are sent. */
import type { Details, Page } from '../provider';
import { UNTOLD } from '../provider';
import { checkedValues, fieldOf } from '../read';

const ANGULAR_FORM = 'osf-token-add-edit-form form';
/** The same component edits a token in the token's own page, outside any dialog. */
const CREATES = 'p-dynamicdialog';
const EMBER_BUTTON = '[data-test-create-token-button]';
const LEGACY_FORM = '#token-fields form';
/** Legacy has one form for both; after creation the path becomes the token's own. */
const LEGACY_CREATE = /^\/settings\/tokens\/create\/?$/;

/** No form asks for an expiry: there is none. */
const asked = (name: string | null, scopes: readonly string[]): Details => ({
  ...UNTOLD,
  name,
  scopes,
  expires: 'never',
});

/**
 * Ember's boxes have no `value`: the row around each names its scope (seen in the component's source and
 * in the selectors of OSF's own browser tests, November 2026).
 */
function emberScopes(document: Document): string[] {
  return [...document.querySelectorAll('[data-test-scope]')]
    .filter((row) => row.querySelector('input[type="checkbox"]:checked'))
    .flatMap((row) => row.getAttribute('data-test-scope') || []);
}

/** Ember's form is no form element: a click on its button is what sends. */
function ember(document: Document, target: Element): Details | null {
  if (!target.closest(EMBER_BUTTON)) return null;
  return asked(fieldOf(document, '[data-test-token-name] input'), emberScopes(document));
}

function sent({ url }: Page, form: Element): Details | null {
  const angular = form.matches(ANGULAR_FORM) && form.closest(CREATES) !== null;
  const legacy = form.matches(LEGACY_FORM) && LEGACY_CREATE.test(url.pathname);
  if (!angular && !legacy) return null;
  const boxes = angular ? 'input[type="checkbox"].p-checkbox-input' : 'input[type="checkbox"]';
  return asked(fieldOf(form, 'input[type="text"]'), checkedValues(form, boxes));
}

/** @returns what the user asked for, or `null` for an event that makes no token */
export function readForm(page: Page, event: Event): Details | null {
  const target = event.target as Element | null; // both events are dispatched at elements
  if (!target?.closest) return null;
  if (event.type === 'submit') return sent(page, target);
  return event.type === 'click' ? ember(page.document, target) : null;
}
