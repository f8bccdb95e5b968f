/** The creation forms, read at `submit` and `formdata` (`form.submit()` fires only the latter), by selector. */
import type { Details } from '../provider';
import { UNTOLD } from '../provider';
import { checkedValues, fieldOf } from '../read';
import { chosenExpiry } from './expiry';

const CLASSIC_SCOPE = 'input[type="checkbox"][name="oauth_access[scopes][]"]';
const PERMISSION = /^integration\[default_permissions\]\[(\w+)\]$/;

/**
 * @returns what the user asked for, or `null` for a form that makes no token. The confirmation of a
 * fine-grained token repeats all fields; the last form sent counts.
 */
export function readForm(document: Document, event: Event): Details | null {
  if (event.type !== 'submit' && event.type !== 'formdata') return null;
  const form = event.target as HTMLFormElement | null; // both events are dispatched at a form
  if (!form?.querySelector) return null;
  if (has(form, 'user_programmatic_access')) return fineGrained(document, form);
  if (has(form, 'oauth_access')) return classic(form);
  return null;
}

/** Both forms carry an expiry under their own prefix; the regenerate form carries nothing else. */
function has(form: HTMLFormElement, prefix: string): boolean {
  return form.querySelector(`[name^="${prefix}["]`) !== null;
}

function expiry(form: HTMLFormElement, prefix: string): Details['expires'] {
  const choice =
    fieldOf(form, `[name="${prefix}[default_expires_at]"]`) ??
    fieldOf(form, 'select.js-default-token-expiration-select'); // 2021 to about 2023
  return chosenExpiry(choice, fieldOf(form, `[name="${prefix}[custom_expires_at]"]`));
}

/** GitHub drops the children of a ticked parent; a parent's row holds its children's boxes. */
function classicScopes(form: HTMLFormElement): string[] | null {
  if (!form.querySelector(CLASSIC_SCOPE)) return null;
  const parents = [
    ...form.querySelectorAll<HTMLInputElement>(`.parent-checkbox-scope${CLASSIC_SCOPE.slice(5)}`),
  ];
  const covered = new Set(
    parents
      .filter((parent) => parent.checked)
      .flatMap((parent) => {
        const group = parent.closest('li, fieldset, .js-check-scope-container');
        return group ? checkedValues(group, CLASSIC_SCOPE).filter((scope) => scope !== parent.value) : [];
      }),
  );
  return checkedValues(form, CLASSIC_SCOPE).filter((scope) => !covered.has(scope));
}

function classic(form: HTMLFormElement): Details {
  return {
    ...UNTOLD,
    name: fieldOf(form, '[name="oauth_access[description]"]'),
    scopes: classicScopes(form),
    expires: expiry(form, 'oauth_access'),
  };
}

function permissions(form: HTMLFormElement): string[] | null {
  const inputs = [
    ...form.querySelectorAll<HTMLInputElement>('input[name^="integration[default_permissions]["]'),
  ];
  if (inputs.length === 0) return null;
  return inputs.flatMap(({ name, value }) => {
    const permission = PERMISSION.exec(name)?.[1];
    return permission && value && value !== 'none' ? [`${permission}:${value}`] : [];
  });
}

function fineGrained(document: Document, form: HTMLFormElement): Details {
  const login = document.querySelector('meta[name="user-login"]')?.getAttribute('content');
  const owner = fieldOf(form, '[name="target_name"]');
  return {
    ...UNTOLD,
    name: fieldOf(form, '[name="user_programmatic_access[name]"]'),
    scopes: permissions(form),
    expires: expiry(form, 'user_programmatic_access'),
    owner: owner && owner !== login ? owner : null,
  };
}
