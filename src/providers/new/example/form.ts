/** The creation form, read at the moment it is sent. Fill in: where it was seen, and when. */
import type { Details } from '../../provider';
import { UNTOLD } from '../../provider';
import { checkedValues, fieldOf } from '../../read';

const FORM = 'form#new-token-form';

/** @returns what the user asked for, or `null` for an event that makes no token. Never the form's other fields. */
export function readForm({ type, target }: Event): Details | null {
  const form = target as Element | null; // submit is dispatched at a form
  if (type !== 'submit' || !form?.matches(FORM)) return null;
  return {
    ...UNTOLD,
    name: fieldOf(form, 'input[name="name"]'),
    scopes: checkedValues(form, 'input[type="checkbox"][name="scopes"]'),
  };
}
