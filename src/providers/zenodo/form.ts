/** The form of a token page: it creates on `/tokens/new/`, and edits and deletes everywhere else. */
import type { Details, Page } from '../provider';
import { UNTOLD } from '../provider';
import { checkedValues, fieldOf } from '../read';

const NEW = /^\/account\/settings\/applications\/tokens\/new\/?$/;

/**
 * The first form that posts a name, in every template since 2015. Never by `form.name` or `form.method`:
 * a field of that name shadows the property.
 */
export function tokenForm(document: Document): Element | null {
  for (const form of document.querySelectorAll('form')) {
    const posts = form.getAttribute('method')?.toLowerCase() === 'post';
    if (posts && form.querySelector('input[name="name"]')) return form;
  }
  return null;
}

/**
 * What the user asked for, at the submit of the creation form; `null` for any other event. No box ticked
 * (or none there: a site without scopes) is seen to be none.
 */
export function readForm({ url, document }: Page, event: Event): Details | null {
  if (event.type !== 'submit' || !NEW.test(url.pathname)) return null;
  const form = tokenForm(document);
  if (!form || event.target !== form) return null;
  return {
    ...UNTOLD,
    name: fieldOf(form, 'input[name="name"]'),
    scopes: checkedValues(form, 'input[type="checkbox"][name="scopes"]'),
    expires: 'never', // no form asks for one: there is none
  };
}
