/**
 * The forms that make a token, read at `submit` and `formdata` (`form.submit()` fires only the latter),
 * by selector: `new FormData(form)` would fire the page's own listeners. Field names were seen in scripts
 * that fill these forms, 2018 to 2026.
 */
import type { Details, Page } from '../provider';
import { UNTOLD } from '../provider';
import { checkedValues, fieldOf, textOf } from '../read';
import { chosenExpiry } from './expiry';
import { EDIT_PAGE, REGENERATE_PAGE, signedIn, TOKEN_PAGES } from './places';

const CLASSIC = 'oauth_access';
const FINE_GRAINED = 'user_programmatic_access';
const CLASSIC_SCOPE = 'input[type="checkbox"][name="oauth_access[scopes][]"]';
/** Hidden inputs, which stayed when the visible rows became React (2026). */
const PERMISSION = 'input[type="hidden"][name^="integration[default_permissions]["]';
const PERMISSION_NAME = /^integration\[default_permissions\]\[(\w+)\]$/;
/** Classic, 2021 to about 2023. Later both forms have a hidden input instead. */
const EXPIRY_SELECT = 'select.js-default-token-expiration-select';
/** "30 days (Dec 24, 2026)" on the button of the expiry menu, for a hidden input of a new form. */
const EXPIRY_BUTTON = 'button[aria-haspopup]';

/**
 * @returns what the user asked for, or `null` for an event that makes no token. The confirmation of a
 * fine-grained token repeats all fields of its form; the last one sent counts.
 */
export function readForm({ url, document }: Page, event: Event): Details | null {
  if (event.type !== 'submit' && event.type !== 'formdata') return null;
  if (!TOKEN_PAGES.test(url.pathname) || EDIT_PAGE.test(url.pathname)) return null;
  const form = event.target as Element | null; // both events are dispatched at an element, the form
  if (form?.localName !== 'form') return null;
  const asked = isOf(form, FINE_GRAINED) ? fineGrained(form) : isOf(form, CLASSIC) ? classic(form) : null;
  if (!asked) return null;
  const account = signedIn(document);
  return {
    ...asked,
    account,
    owner: asked.owner === account ? null : asked.owner,
    manageId: REGENERATE_PAGE.exec(url.pathname)?.[1] ?? null,
  };
}

/** The regenerate forms have an expiry and nothing else. */
function isOf(form: Element, prefix: string): boolean {
  return form.querySelector(`[name^="${prefix}["]`) !== null || (prefix === CLASSIC && hasExpirySelect(form));
}

function hasExpirySelect(form: Element): boolean {
  return form.querySelector(EXPIRY_SELECT) !== null;
}

function classic(form: Element): Details {
  return {
    ...UNTOLD,
    name: fieldOf(form, '[name="oauth_access[description]"]'),
    scopes: classicScopes(form),
    expires: expiry(form, CLASSIC),
  };
}

function fineGrained(form: Element): Details {
  return {
    ...UNTOLD,
    name: fieldOf(form, '[name="user_programmatic_access[name]"]'),
    scopes: permissions(form),
    expires: expiry(form, FINE_GRAINED),
    owner: fieldOf(form, '[name="target_name"]'),
  };
}

/** A second copy of the fields inside a `<template>` is out of a selector's reach, as it should be. */
function expiry(form: Element, prefix: string): Details['expires'] {
  const choice = fieldOf(form, `[name="${prefix}[default_expires_at]"]`) ?? fieldOf(form, EXPIRY_SELECT);
  const chosen = chosenExpiry(choice, fieldOf(form, `[name="${prefix}[custom_expires_at]"]`));
  return chosen ?? (choice === 'custom' ? null : chosenExpiry(daysOnButton(form), null));
}

function daysOnButton(form: Element): string | null {
  for (const button of form.querySelectorAll(EXPIRY_BUTTON)) {
    const days = /\b(\d{1,3}) days\b/.exec(textOf(button) ?? '')?.[1];
    if (days) return days;
  }
  return null;
}

/** All that is ticked; GitHub itself stores less of it (`implies` in index.ts). */
function classicScopes(form: Element): string[] | null {
  return form.querySelector(CLASSIC_SCOPE) ? checkedValues(form, CLASSIC_SCOPE) : null;
}

function permissions(form: Element): string[] | null {
  const inputs = [...form.querySelectorAll<HTMLInputElement>(PERMISSION)];
  if (inputs.length === 0) return null;
  const granted = inputs.flatMap(({ name, value }) => {
    const permission = PERMISSION_NAME.exec(name)?.[1];
    return permission && value && value !== 'none' ? [`${permission}:${value}`] : [];
  });
  return [...new Set(granted)];
}
