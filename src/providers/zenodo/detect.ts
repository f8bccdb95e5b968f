/**
 * Zenodo and every other InvenioRDM. The public templates of invenio-oauth2server, 1.0 to 6.0, were
 * rendered and exercised; Zenodo overrides none of them (August 2026).
 */
import type { Details, Detector, Page, Sighting } from '../provider';
import { UNTOLD } from '../provider';
import { textOf } from '../read';
import { readForm, tokenForm } from './form';

const TOKEN_PAGE = /^\/account\/settings\/applications\/tokens\/(?:new|(\d+))\/?$/;
const STRICT = /^[A-Za-z0-9]{60}$/;
/** werkzeug 3.2 may change the generator, operators may change the length: offered in the certain place only. */
const TOLERANT = /^[A-Za-z0-9_-]{32,255}$/;
const CERTAIN = '.ui.segment, .ui.segments, .panel-body, #token-new-view-message';

/** The value is the text of a `code`; exactly one stands on the page when it is shown, none when not. */
function display({ document }: Page): { anchor: Element; secret: string } | null {
  const codes = [...document.getElementsByTagName('code')].map((anchor) => ({
    anchor,
    secret: anchor.textContent.trim(),
  }));
  const exact = codes.filter(({ secret }) => STRICT.test(secret));
  if (exact.length > 0) return exact.length === 1 ? (exact[0] ?? null) : null;
  const possible = codes.filter(({ anchor, secret }) => TOLERANT.test(secret) && anchor.closest(CERTAIN));
  return possible.length === 1 ? (possible[0] ?? null) : null;
}

/** `defaultValue` and `defaultChecked`: the user can edit the live values here. */
function name(document: Document, form: HTMLFormElement | null): string | null {
  const field = form?.querySelector<HTMLInputElement>('input[name="name"]')?.defaultValue.trim();
  if (field) return field;
  const heading = textOf(document.querySelector('article h2'));
  if (heading) return heading;
  // Bootstrap and Semantic UI before 2.1 title the page "Personal access token / <name>".
  const title = textOf(document.querySelector('.panel-heading strong, strong.header.item'));
  return title?.includes(' / ') ? title.slice(title.indexOf(' / ') + 3) : null;
}

/** Old templates show every box unticked whatever was granted: none ticked means not told. */
function scopes(form: HTMLFormElement | null): string[] | null {
  const boxes = [
    ...(form?.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name="scopes"]') ?? []),
  ];
  const granted = boxes.filter((box) => box.defaultChecked).map((box) => box.value);
  return granted.length > 0 ? granted : null;
}

function account(document: Document): string | null {
  const icon = document.querySelector('.btn-group a .fa-user'); // Bootstrap 3
  return textOf(document.querySelector('#user-profile-dropdown-btn span')) ?? textOf(icon?.parentElement);
}

function detect(page: Page): Sighting | null {
  const place = TOKEN_PAGE.exec(page.url.pathname);
  const found = place && display(page);
  if (!found) return null;
  const form = tokenForm(page.document);
  const details: Details = {
    ...UNTOLD,
    name: name(page.document, form),
    scopes: scopes(form),
    // The software has no expiry for personal tokens at all (models.py, 6.0.0): known, not guessed.
    expires: 'never',
    account: account(page.document),
    manageId: place[1] ?? null,
  };
  return { kind: 'personal', ...found, details };
}

/** Delete is the first submit button of this page's form, so Enter in the name box presses it (from 2.0 on). */
function destroys({ url, document }: Page, event: Event): 'token' | 'display' | null {
  if (!TOKEN_PAGE.test(url.pathname)) return null;
  const form = tokenForm(document);
  const target = event.target as Element | null; // key and submit events are dispatched at elements
  if (!form || !target?.closest || target.closest('form') !== form) return null;
  const first = form.querySelector<HTMLButtonElement>('button[type="submit"], button:not([type])');
  if (event.type === 'keydown') {
    const enters = (event as KeyboardEvent).key === 'Enter' && target.localName === 'input';
    return enters ? (first?.name === 'delete' ? 'token' : display({ url, document }) && 'display') : null;
  }
  if (event.type !== 'submit') return null;
  const { submitter } = event as SubmitEvent;
  if (submitter?.getAttribute('name') === 'delete') return 'token';
  return display({ url, document }) ? 'display' : null; // Save renders the page without the value
}

const codes = new WeakMap<Document, HTMLCollectionOf<Element>>();

/** A live collection, made once per document: asking for its first element costs next to nothing. */
function tripwire(document: Document): unknown {
  let live = codes.get(document);
  if (!live) codes.set(document, (live = document.getElementsByTagName('code')));
  return live[0]?.firstChild ?? live.length;
}

export const detector: Detector = {
  id: 'zenodo',
  tripwire,
  detect,
  readForm,
  destroys,
  // Set by InvenioRDM since June 2024; an operator may remove it.
  recognises: ({ document }) =>
    /^InvenioRDM\b/.test(document.querySelector('meta[name="generator"]')?.getAttribute('content') ?? ''),
};
