/** The creation dialog: sent by its button or by Enter in the name field, and gone when the value appears. */
import type { Details } from '../provider';
import { UNTOLD } from '../provider';
import { fieldOf, textOf } from '../read';

const SCOPE = /^[a-z-]+:[a-z-]+$/;

/** The open list stands outside the dialog, in body; closed, the button names one scope, or only a count. */
function chosenScopes(document: Document, dialog: Element): string[] | null {
  const options = [
    ...document.querySelectorAll<HTMLInputElement>(
      '[role="listbox"] input[type="checkbox"][name^="select-"]',
    ),
  ];
  if (options.length > 0) {
    return options.filter((box) => box.checked).map((box) => box.name.slice('select-'.length));
  }
  const collapsed = textOf(dialog.querySelector('button[aria-haspopup="true"]'));
  return collapsed && SCOPE.test(collapsed) ? [collapsed] : null;
}

function frontend2(document: Document, dialog: Element): Details | null {
  const name = fieldOf(dialog, 'input[name="hookName"]');
  if (name === null) return null;
  return { ...UNTOLD, name, scopes: chosenScopes(document, dialog), expires: 'never' };
}

/** Vuetify keeps the chosen scopes in one hidden field, joined by commas. */
function frontend1(form: Element): Details | null {
  if (!form.closest('.v-dialog')) return null;
  const scopes = fieldOf(form, '.v-select input[type="hidden"]')
    ?.split(',')
    .filter((scope) => SCOPE.test(scope));
  return {
    ...UNTOLD,
    name: fieldOf(form, '.v-text-field__slot input[type="text"]'),
    scopes: scopes ?? null,
    expires: 'never',
  };
}

/** @returns what the user asked for, or `null` for an event that makes no token */
export function readForm(document: Document, event: Event): Details | null {
  const target = event.target as Element | null; // all of these are dispatched at elements
  if (!target?.closest) return null;
  const dialog = target.closest('[role="dialog"]');
  const isEnter = event.type === 'keydown' && (event as KeyboardEvent).key === 'Enter';
  const isButton = event.type === 'click' && target.closest('button') !== null;
  if (event.type === 'submit' && target.closest('.v-form')) return frontend1(target);
  if (!dialog || !(event.type === 'submit' || isEnter || isButton)) return null;
  return frontend2(document, dialog);
}
