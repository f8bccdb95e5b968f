/**
 * Zenodo and every other InvenioRDM. The public templates of invenio-oauth2server 1.0 to 6.0 were
 * rendered and exercised in Chromium; Zenodo overrides none of them (August 2026). Two sites that do
 * override them, datasafe (Münster) and big-map-archive, were read in source (November 2026).
 */
import type { Details, Detector, Page, Sighting } from '../provider';
import { UNTOLD } from '../provider';
import { textOf } from '../read';
import { readForm, tokenForm } from './form';

/** The display is here and nowhere else; group 1 is the token's id. Client secrets are the same shape elsewhere. */
const TOKEN_PAGE = /^\/account\/settings\/applications\/tokens\/(?:new|(\d+))\/?$/;
/** A path that certainly shows none. A frame without an address of its own has no leading slash. */
const OTHER_PAGES = /^\/(?!account\/settings\/applications\/tokens\/)/;
const STRICT = /^[A-Za-z0-9]{60}$/;
/** werkzeug 3.2 may change the generator, operators may change the length: offered in the certain place only. */
const TOLERANT = /^[A-Za-z0-9_-]{32,255}$/;
/** The box around the value: Semantic UI (since 1.3, 2020), Bootstrap 3 (before, and WEKO3). */
const CERTAIN = '.ui.segment, .panel-body';

/** Semantic UI from 2.1 (2023) and datasafe; before that the title is "Personal access token / <name>". */
const HEADING = 'article h2';
const TITLE = '.panel-heading strong, strong.header.item';
/** An e-mail address, shortened in the middle of the page's head if it is over 36 characters (2026). */
const ACCOUNT = '#user-profile-dropdown-btn span';
const ACCOUNT_ICON_BOOTSTRAP = '.btn-group a .fa-user';

type Found = { readonly anchor: Element; readonly secret: string };

/** While a page streams in, text can arrive in pieces: it is whole once the parser has gone past it. */
function isWhole(element: Element): boolean {
  if (element.ownerDocument.readyState !== 'loading') return true;
  for (let at: Element | null = element; at; at = at.parentElement) if (at.nextSibling) return true;
  return false;
}

/** In every template the value stands before the form; what stands in or behind that is something else. */
function isBefore(element: Element, form: Element | null): boolean {
  return !form || (element.compareDocumentPosition(form) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** One place, or several with the same value. Two values cannot both be the token: then none is taken. */
function only(found: readonly Found[]): Found | null {
  const [first] = found;
  return first && found.every(({ secret }) => secret === first.secret) ? first : null;
}

/** The value is the text of a `code`: the only one of its shape on the page, and none when not shown. */
function display({ url, document }: Page): Found | null {
  if (!TOKEN_PAGE.test(url.pathname)) return null;
  const form = tokenForm(document);
  const codes = [...document.getElementsByTagName('code')]
    .filter((code) => isBefore(code, form) && isWhole(code))
    .map((anchor) => ({ anchor, secret: anchor.textContent.trim() }));
  const known = codes.filter(({ secret }) => STRICT.test(secret));
  if (known.length > 0) return only(known);
  return only(codes.filter(({ anchor, secret }) => TOLERANT.test(secret) && anchor.closest(CERTAIN)));
}

/** As it was sent by the server, `defaultValue`: the user can edit the live value here. */
function name(document: Document, form: Element | null): string | null {
  const field = form?.querySelector<HTMLInputElement>('input[name="name"]')?.defaultValue.trim();
  if (field) return field;
  // Inner spaces count: the name must fit what the creation form said.
  const heading = document.querySelector(HEADING)?.textContent.trim();
  if (heading) return heading;
  const title = document.querySelector(TITLE)?.textContent.trim();
  return title?.includes(' / ') ? title.slice(title.indexOf(' / ') + 3) : null;
}

/**
 * Templates before 1.3 show every box unticked whatever was granted, datasafe and big-map-archive show
 * no boxes: none ticked means not told. The creation form tells.
 */
function scopes(form: Element | null): string[] | null {
  const boxes = form?.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name="scopes"]') ?? [];
  const granted = [...boxes].filter((box) => box.defaultChecked).map((box) => box.value);
  return granted.length > 0 ? granted : null;
}

function account(document: Document): string | null {
  const iconed = document.querySelector(ACCOUNT_ICON_BOOTSTRAP)?.parentElement;
  return textOf(document.querySelector(ACCOUNT)) ?? textOf(iconed);
}

function detect(page: Page): Sighting | null {
  const found = display(page);
  if (!found) return null;
  const form = tokenForm(page.document);
  const details: Details = {
    ...UNTOLD,
    name: name(page.document, form),
    scopes: scopes(form),
    // The software has no expiry for personal tokens at all (models.py, 6.0.0): known, not guessed.
    expires: 'never',
    account: account(page.document),
    manageId: TOKEN_PAGE.exec(page.url.pathname)?.[1] ?? null,
  };
  return { kind: 'personal', ...found, details };
}

/** What Enter in a field of the form presses: its first submit button. */
function defaultButton(form: Element): Element | null {
  return form.querySelector('button[type="submit"], button:not([type]), input[type="submit"]');
}

/**
 * From 2.0 on (and in Bootstrap 3) Delete is the first button, so Enter in the name box deletes the
 * token, without a question, shown or not. Save, first in 1.3.0 and in datasafe, only hides it.
 */
function destroys(page: Page, event: Event): 'token' | 'display' | null {
  const form = TOKEN_PAGE.test(page.url.pathname) ? tokenForm(page.document) : null;
  const target = event.target as Element | null; // both events are dispatched at elements
  if (!form || target?.closest?.('form') !== form) return null;
  let pressed: Element | null;
  if (event.type === 'submit') {
    pressed = (event as SubmitEvent).submitter; // by its type
  } else {
    const { type, key, isComposing } = event as KeyboardEvent; // other events have no `key`
    if (type !== 'keydown' || key !== 'Enter' || isComposing || target.localName !== 'input') return null;
    pressed = defaultButton(form);
  }
  if (pressed?.getAttribute('name') === 'delete') return 'token';
  return display(page) ? 'display' : null;
}

const codes = new WeakMap<Document, HTMLCollectionOf<Element>>();

/** On token pages only: how many `code` there are, and what the first one says once it is whole. */
function tripwire(document: Document): unknown {
  if (OTHER_PAGES.test(document.location?.pathname ?? '')) return null;
  let live = codes.get(document);
  if (!live) codes.set(document, (live = document.getElementsByTagName('code')));
  const first = live[0];
  return first && isWhole(first) ? `${live.length} ${first.textContent}` : live.length;
}

export const detector: Detector = { id: 'zenodo', tripwire, detect, readForm, destroys };
