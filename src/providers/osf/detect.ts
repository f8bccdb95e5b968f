/**
 * OSF in its three generations. Angular: seen by running the public front end, version 26.15 of August
 * 2026. Ember (2018 to October 2025) and legacy (2015 to about 2019): read in their source.
 */
import type { Details, Detector, Page, Sighting } from '../provider';
import { UNTOLD } from '../provider';
import { isShown, textOf, valueOf } from '../read';
import { readForm } from './form';

const SHAPE = /^[A-Za-z0-9]{70}$/;
/** In a certain place a future form is offered too: one word, not an address. */
const ONE_WORD = /^[A-Za-z0-9._~-]{32,255}$/;
const ANGULAR = 'osf-token-created-dialog';
const EMBER = '[data-test-new-token-value]';
const LEGACY_ID = 'token-keys';
const OBJECT_ID = /\/settings\/tokens\/([0-9a-f]{24})(?:\/|$)/;

type Display = { readonly anchor: Element; readonly secret: string; readonly details: Details };

/** OSF tokens have no expiry and no form asks for one; the Angular dialog says so itself. */
const NEVER = { ...UNTOLD, expires: 'never' } as const;

/** `localStorage.currentUser` is the front end's own record of who is signed in: `{"id":"ab1cd", …}`. */
function account(document: Document): string | null {
  try {
    const user: unknown = JSON.parse(document.defaultView?.localStorage.getItem('currentUser') ?? 'null');
    const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : null;
    return typeof id === 'string' && /^[a-z0-9]{5}$/.test(id) ? id : null;
  } catch {
    return null; // storage refused, or not JSON
  }
}

/** The newest list entry of that name links to the token's own page, while the dialog is open. */
function managedAs(document: Document, name: string | null): string | null {
  const link = [...document.querySelectorAll('osf-tokens-list a.token-link')].find((a) => textOf(a) === name);
  return OBJECT_ID.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
}

/** The dialog outlives its path: it stays over other pages, so none is asked for. */
function angular({ document }: Page): Display | null {
  const dialog = document.querySelector(ANGULAR);
  const anchor = dialog?.querySelector('input[readonly]');
  const secret = valueOf(anchor);
  if (!dialog || !anchor || !secret) return null;
  const name = textOf(dialog.querySelector('p strong'));
  return { anchor, secret, details: { ...NEVER, name, manageId: managedAs(document, name) } };
}

function ember({ url, document }: Page): Display | null {
  const box = document.querySelector(EMBER);
  const anchor = box?.querySelector('input[readonly]');
  const secret = valueOf(anchor);
  const copied = box?.querySelector('[data-clipboard-text]')?.getAttribute('data-clipboard-text');
  if (!anchor || !secret || (copied && copied !== secret)) return null;
  const name = textOf(document.querySelector('[data-analytics-scope="Edit"] h4 strong'));
  return { anchor, secret, details: { ...NEVER, name, manageId: OBJECT_ID.exec(url.pathname)?.[1] ?? null } };
}

/** `#token-keys` stands in the page from the start, hidden until a token was made. */
function legacy({ url, document }: Page): Display | null {
  const anchor = document.getElementById(LEGACY_ID)?.querySelector('samp');
  const secret = valueOf(anchor);
  if (!anchor || !secret || !isShown(anchor)) return null;
  return { anchor, secret, details: { ...NEVER, manageId: OBJECT_ID.exec(url.pathname)?.[1] ?? null } };
}

/** Should the component be renamed: the known shape, read-only, in a dialog of the token settings. */
function renamed({ url, document }: Page): Display | null {
  if (!/^\/settings\/tokens(?:\/|$)/.test(url.pathname)) return null;
  const fields = [...document.querySelectorAll('[role="dialog"] input[readonly]')];
  const anchor = fields.find((field) => isToken(valueOf(field) ?? ''));
  const secret = valueOf(anchor);
  return anchor && secret ? { anchor, secret, details: NEVER } : null;
}

/** 70 letters and digits, with at least one of each sort: a random token lacks a digit in 5 of a million. */
function isToken(value: string): boolean {
  return SHAPE.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}

function detect(page: Page): Sighting | null {
  const found = angular(page) ?? ember(page) ?? legacy(page) ?? renamed(page);
  if (!found || !ONE_WORD.test(found.secret)) return null;
  const { anchor, secret, details } = found;
  return { kind: 'personal', secret, anchor, details: { ...details, account: account(page.document) } };
}

/** Live collections, made once per document: asking their length costs next to nothing. */
const displays = new WeakMap<Document, HTMLCollectionOf<Element>>();

function tripwire(document: Document): unknown {
  let dialogs = displays.get(document);
  if (!dialogs) displays.set(document, (dialogs = document.getElementsByTagName(ANGULAR)));
  return dialogs[0] ?? document.getElementById(LEGACY_ID)?.style.display ?? null;
}

/** Escape, X and Close end the dialog for good; a click on the mask does not (seen running, 2026). */
function destroys({ document }: Page, event: Event): 'display' | null {
  if (!document.querySelector(ANGULAR)) return null;
  if (event.type === 'keydown') return (event as KeyboardEvent).key === 'Escape' ? 'display' : null;
  if (event.type !== 'click') return null;
  const target = event.target as Element | null; // clicks are dispatched at elements
  const button = target?.closest?.('button');
  const dialog = button?.closest('.p-dialog');
  if (!button || !dialog?.querySelector(ANGULAR) || button.closest('osf-copy-button')) return null;
  return 'display';
}

export const detector: Detector = {
  id: 'osf',
  tripwire,
  detect,
  readForm: ({ document }, event) => readForm(document, event),
  destroys,
};
