/**
 * Speckle, on any server. FE2 (Nuxt; since 2023-10) and FE1 (Vuetify; 2021 to 2025): seen by running the
 * public dialog components; pages around them read in source, June 2026.
 */
import type { Details, Detector, Page, Sighting } from '../provider';
import { UNTOLD } from '../provider';
import { isShown, textOf, valueOf } from '../read';
import { readForm } from './form';

const SHAPE = /^[0-9a-f]{42}$/;
const ONE_WORD = /^[A-Za-z0-9._~-]{32,255}$/;
const FIELD = 'input[name="contentInput"][readonly]';
const PANEL = '[id^="headlessui-dialog-panel"], [dialog-panel-classes]';
/** Function tokens of Automate are shown by the same dialog with the same sentences, only here. */
const AUTOMATION = /^\/settings\/workspaces\/[^/]+\/automation(?:\/|$)/;
/** Titles of other secrets in the same dialog; English is the only language there is. */
const OTHER_SECRETS = [
  'regenerate token',
  'create application',
  'reveal application secret',
  'edit application',
];
const TOKEN_TITLE = 'create token';

/** Personal tokens are made without a lifespan; the server's default is about a hundred years. */
const NEVER = { ...UNTOLD, expires: 'never' } as const;

/** Every one-value dialog of FE2 has this field; a dialog with two shows an application's id and secret. */
function fieldOfDialog(document: Document): { dialog: Element; anchor: Element } | null {
  for (const anchor of document.querySelectorAll(FIELD)) {
    const dialog = anchor.closest('[role="dialog"]');
    if (dialog?.querySelectorAll(FIELD).length === 1) return { dialog, anchor };
  }
  return null;
}

function frontend2({ url, document }: Page): { anchor: Element; secret: string } | null {
  const found = fieldOfDialog(document);
  const secret = valueOf(found?.anchor);
  if (!found || !secret || AUTOMATION.test(url.pathname)) return null;
  const title = textOf(found.dialog.querySelector('.truncate'))?.toLowerCase() ?? '';
  if (OTHER_SECRETS.includes(title)) return null;
  // A value of another form is offered only where the dialog is surely the token's.
  const fits = SHAPE.test(secret) || (title === TOKEN_TITLE && ONE_WORD.test(secret));
  return fits ? { anchor: found.anchor, secret } : null;
}

/** Form and result are one dialog, both in the page, toggled by `display: none`. */
function frontend1({ document }: Page): { anchor: Element; secret: string } | null {
  for (const anchor of document.querySelectorAll('.v-dialog code')) {
    const secret = valueOf(anchor);
    if (secret && SHAPE.test(secret) && isShown(anchor)) return { anchor, secret };
  }
  return null;
}

/**
 * The list behind the dialog is inert but readable: its row begins with the first ten characters of the
 * token. It may arrive seconds later.
 */
function rowDetails(document: Document, id: string): Partial<Details> {
  const cell = [...document.querySelectorAll('span.font-mono')].find((span) => textOf(span) === id);
  const row = cell?.closest('div.grid[tabindex="0"]');
  if (!row) return {};
  const [name, , scopes] = row.children;
  const named = [...(textOf(scopes)?.matchAll(/"([\w:-]+)"/g) ?? [])].flatMap(([, scope]) => scope ?? []);
  return { name: textOf(name), scopes: named.length > 0 ? named : null };
}

function detect(page: Page): Sighting | null {
  const found = frontend2(page) ?? frontend1(page);
  if (!found) return null;
  // The server's handle is the start of the secret itself: confidential, like the token.
  const manageId = SHAPE.test(found.secret) ? found.secret.slice(0, 10) : null;
  const details = { ...NEVER, ...(manageId && rowDetails(page.document, manageId)), manageId };
  return { kind: 'personal', ...found, details };
}

const watched = new WeakMap<Document, HTMLCollectionOf<Element>>();

/** `contentInput` is the field's id too; FE1's text arrives in a `code` that is there already. */
function tripwire(document: Document): unknown {
  let live = watched.get(document);
  if (!live) watched.set(document, (live = document.getElementsByTagName('code')));
  return document.getElementById('contentInput') ?? live[0]?.firstChild?.nodeValue ?? null;
}

/** Escape, the backdrop, X and Close end the dialog for good (seen running, 2026). */
function destroys({ document }: Page, event: Event): 'display' | null {
  const found = fieldOfDialog(document);
  if (!found) return null;
  const target = event.target as Element | null; // these events are dispatched at elements
  if (event.type === 'keydown') {
    // The field itself stops Escape from reaching the dialog.
    return (event as KeyboardEvent).key === 'Escape' && target !== found.anchor ? 'display' : null;
  }
  if (!target?.closest || !/^(?:pointer|mouse)down$|^click$/.test(event.type)) return null;
  const panel = found.anchor.closest(PANEL);
  if (panel && !panel.contains(target)) return target.closest('#toast-portal') ? null : 'display';
  const button = event.type === 'click' ? target.closest('button') : null;
  return button && !found.anchor.parentElement?.contains(button) ? 'display' : null;
}

export const detector: Detector = {
  id: 'speckle',
  tripwire,
  detect,
  readForm: ({ document }, event) => readForm(document, event),
  destroys,
};
