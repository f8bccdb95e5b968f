/** The form of a token page: it creates on `/tokens/new/`, and edits and deletes everywhere else. */
import type { Details, Page } from '../provider';
import { UNTOLD } from '../provider';
import { checkedValues, fieldOf } from '../read';

const NEW = /^\/account\/settings\/applications\/tokens\/new\/?$/;

/** Never by `form.name`: the input called "name" shadows that property. */
export function tokenForm(document: Document): HTMLFormElement | null {
  const forms = [...document.querySelectorAll('form')];
  return (
    forms.find((form) => {
      return (
        form.getAttribute('method')?.toLowerCase() === 'post' && form.querySelector('input[name="name"]')
      );
    }) ?? null
  );
}

/** What the user asked for, at the submit of the creation form; `null` for any other event. */
export function readForm({ url, document }: Page, event: Event): Details | null {
  if (event.type !== 'submit' || !NEW.test(url.pathname)) return null;
  const form = tokenForm(document);
  if (!form || event.target !== form) return null;
  return {
    ...UNTOLD,
    name: fieldOf(form, 'input[name="name"]'),
    scopes: checkedValues(form, 'input[type="checkbox"][name="scopes"]'),
    expires: 'never',
  };
}
