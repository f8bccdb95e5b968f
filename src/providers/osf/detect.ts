/**
 * OSF in its three generations. Angular (since October 2025): seen by running the public front end,
 * version 26.15 of August 2026. Ember (2018 to October 2025) and legacy (2015 to about 2019): read in
 * their source, November 2026.
 */
import type { Details, Detector, Page, Sighting } from '../provider';
import { UNTOLD } from '../provider';
import { isShown, textOf, valueOf } from '../read';
import { readForm } from './form';

const SHAPE = /^[A-Za-z0-9]{70}$/;
/** In a certain place a future form is offered too: one word, not an address. */
const ONE_WORD = /^[A-Za-z0-9._~-]{32,255}$/;

/** Angular: the shell is a child of `body`, the content has its own element. Copy buttons stand with the field. */
const SHELL = 'p-dynamicdialog';
const CREATED = 'osf-token-created-dialog';
const COPY = '.p-inputgroup, osf-copy-button';
const LISTED = 'osf-tokens-list a[href]';
/** Ember: `data-test-*` is not stripped in production. */
const EMBER = '[data-test-new-token-value]';
const EMBER_PAGE = '[data-analytics-scope="Edit"]';
/** Legacy: stands in the page from the start, hidden until a token was made. */
const LEGACY_ID = 'token-keys';
const LEGACY_FORM = '#token-fields form';

/** Where tokens are made, in all generations. Only Angular's dialog stays when the path changes. */
const TOKEN_PAGES = /^\/settings\/tokens(?:\/|$)/;
/** A path that certainly has no Ember or legacy display. A frame without an address has no leading slash. */
const OTHER_PAGES = /^\/(?!settings\/tokens\/)/;
/** Group 1 is the token's id, with `/details` behind it (Angular) or not. */
const OBJECT_ID = /\/settings\/tokens\/([0-9a-f]{24})(?:\/|$)/;

type Found = { readonly anchor: Element; readonly secret: string };
type Display = Found & Pick<Details, 'name' | 'manageId'>;

/** 70 letters and digits, at least one of each sort: a random token lacks a digit in 5 of a million. */
function isSurelyToken(value: string): boolean {
  return SHAPE.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}

/** The read-only field with a token in it; the known shape goes before another one. */
function fieldIn(root: ParentNode): Found | null {
  const found = [...root.querySelectorAll('input[readonly]')].flatMap((anchor) => {
    const secret = valueOf(anchor);
    return secret && ONE_WORD.test(secret) ? [{ anchor, secret }] : [];
  });
  return found.find(({ secret }) => SHAPE.test(secret)) ?? found[0] ?? null;
}

/**
 * A name with its inner spaces, to fit what the form said. The page writes it as HTML: `null` if it was
 * taken for markup.
 */
function nameIn(element: Element | null | undefined): string | null {
  return element && element.childElementCount === 0 ? element.textContent.trim() || null : null;
}

/** The list behind the dialog has the newest token first; an older one may have the same name. */
function idInList(document: Document, name: string | null): string | null {
  if (!name) return null;
  const folded = name.replace(/\s+/g, ' ');
  const link = [...document.querySelectorAll(LISTED)].find((a) => textOf(a) === folded);
  return OBJECT_ID.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
}

/** No path is asked for: in-app navigation leaves the dialog open over any page (seen running, 2026). */
function angular({ document }: Page): Display | null {
  const newest = [...document.querySelectorAll(CREATED)].at(-1);
  const found = newest && fieldIn(newest);
  if (!found) return null;
  const name = nameIn(newest.querySelector('p strong'));
  return { ...found, name, manageId: idInList(document, name) };
}

function ember({ url, document }: Page): Display | null {
  const box = TOKEN_PAGES.test(url.pathname) ? document.querySelector(EMBER) : null;
  const found = box && fieldIn(box);
  const copied = box?.querySelector('[data-clipboard-text]')?.getAttribute('data-clipboard-text');
  if (!found || (copied && copied !== found.secret)) return null;
  const name = nameIn(document.querySelector(`${EMBER_PAGE} h4 strong`));
  return { ...found, name, manageId: OBJECT_ID.exec(url.pathname)?.[1] ?? null };
}

/** The name field beside it can be edited, so the name is taken when the form is sent, not here. */
function legacy({ url, document }: Page): Display | null {
  if (!TOKEN_PAGES.test(url.pathname)) return null;
  const anchor = document.getElementById(LEGACY_ID)?.querySelector('samp');
  const secret = valueOf(anchor);
  if (!anchor || !secret || !ONE_WORD.test(secret) || !isShown(anchor)) return null;
  return { anchor, secret, name: null, manageId: OBJECT_ID.exec(url.pathname)?.[1] ?? null };
}

/** Should the component be renamed: a sure token, read-only, in a dialog over the token settings. */
function renamed({ url, document }: Page): Display | null {
  if (!TOKEN_PAGES.test(url.pathname)) return null;
  for (const anchor of document.querySelectorAll('[role="dialog"] input[readonly]')) {
    const secret = valueOf(anchor);
    if (secret && isSurelyToken(secret)) return { anchor, secret, name: null, manageId: null };
  }
  return null;
}

function display(page: Page): Display | null {
  return angular(page) ?? ember(page) ?? legacy(page) ?? renamed(page);
}

/** The front end's own record of who is signed in: `{"id":"ab1cd", …}` (Angular, seen running, 2026). */
function account(document: Document): string | null {
  try {
    const user: unknown = JSON.parse(document.defaultView?.localStorage.getItem('currentUser') ?? 'null');
    const id = typeof user === 'object' && user !== null && 'id' in user ? user.id : null;
    return typeof id === 'string' && /^[a-z0-9]{5}$/.test(id) ? id : null;
  } catch {
    return null; // storage refused, or not JSON
  }
}

function detect(page: Page): Sighting | null {
  const found = display(page);
  if (!found) return null;
  const { anchor, secret, name, manageId } = found;
  // No generation has an expiry, and the Angular dialog says "never" itself: known, not guessed.
  const details: Details = { ...UNTOLD, name, manageId, expires: 'never', account: account(page.document) };
  return { kind: 'personal', secret, anchor, details };
}

/** How many of the body's last children can be a dialog: toasts and menus come and go beside it. */
const NEAR_END = 8;

function newestDialog(document: Document): Element | null {
  let child = document.body?.lastElementChild ?? null;
  for (let n = 0; child && n < NEAR_END; n++, child = child.previousElementSibling) {
    if (child.localName === SHELL) return child;
  }
  return null;
}

const inputGroups = new WeakMap<Document, HTMLCollectionOf<Element>>();

/** Live, made once per document, asked on Ember's token pages only: it has no id to look up. */
function emberBox(document: Document): Element | null {
  let groups = inputGroups.get(document);
  if (!groups) inputGroups.set(document, (groups = document.getElementsByClassName('input-group')));
  for (let n = 0; n < NEAR_END; n++) if (groups[n]?.matches(EMBER)) return groups[n] ?? null;
  return null;
}

/** Everywhere the last children of the body, and within an open dialog its field; more on token pages only. */
function tripwire(document: Document): unknown {
  const dialog = newestDialog(document);
  if (dialog) return valueOf(dialog.querySelector('input[readonly]')) ?? dialog;
  if (OTHER_PAGES.test(document.location?.pathname ?? '')) return null;
  const keys = document.getElementById(LEGACY_ID);
  if (keys) return `${keys.style.display} ${textOf(keys.querySelector('samp')) ?? ''}`;
  return valueOf(emberBox(document)?.querySelector('input'));
}

/** Escape, X and Close end Angular's dialog for good; a click on the mask does not (seen running, 2026). */
function closesDialog(dialog: Element, event: Event): boolean {
  if (event.type === 'keydown') return (event as KeyboardEvent).key === 'Escape'; // by its type
  if (event.type !== 'click') return false;
  const button = (event.target as Element | null)?.closest?.('button'); // clicks are dispatched at elements
  return !!button && dialog.contains(button) && !button.closest(COPY);
}

/** Ember forgets the value when the page is left or "Edit scopes" is pressed, legacy at the next Save (source). */
function clearsPage(event: Event): boolean {
  const target = event.target as Element | null; // both events are dispatched at elements
  if (event.type === 'submit') return !!target?.closest?.(LEGACY_FORM);
  if (event.type !== 'click') return false;
  const pressed = target?.closest?.('a[href], button');
  return !!pressed?.closest(EMBER_PAGE) && !pressed.closest(EMBER);
}

function destroys(page: Page, event: Event): 'display' | null {
  const shown = display(page);
  if (!shown) return null;
  const dialog = shown.anchor.closest('[role="dialog"]');
  return (dialog ? closesDialog(dialog, event) : clearsPage(event)) ? 'display' : null;
}

export const detector: Detector = { id: 'osf', tripwire, detect, readForm, destroys };
