/**
 * Example's page that shows a new token. Fill in: where each selector was seen, and when; the page's version,
 * whether it was run in a browser or read in source.
 */
import type { Details, Detector, Page, Sighting } from '../../provider';
import { UNTOLD } from '../../provider';
import { textOf, valueOf } from '../../read';
import { readForm } from './form';

/** Fill in: the display is here and nowhere else. */
const TOKEN_PAGE = /^\/account\/tokens\/?$/;
/** Fill in: the id of the element that carries the value. */
const VALUE = 'new-token';
/** One run of characters that tokens are made of: a future form is offered too, since the place is certain. */
const ONE_WORD = /^[A-Za-z0-9._~-]{32,255}$/;
/** Fill in: the row around it has the token's name and number. */
const ROW = '[data-token-id]';
/** Fill in: who is signed in, as the page's head names them. */
const ACCOUNT = 'header [data-account]';

/** Structure first (which page, which element), shape second, wording never. `null`: this page shows no token. */
function detect({ url, document }: Page): Sighting | null {
  if (!TOKEN_PAGE.test(url.pathname)) return null;
  const anchor = document.getElementById(VALUE);
  const secret = valueOf(anchor);
  if (!anchor || !secret || !ONE_WORD.test(secret)) return null;
  const row = anchor.closest(ROW);
  const details: Details = {
    ...UNTOLD,
    name: textOf(row?.querySelector('strong')),
    account: textOf(document.querySelector(ACCOUNT)),
    manageId: row?.getAttribute('data-token-id') ?? null,
  };
  return { kind: 'personal', secret, anchor, details };
}

/** Asked at every batch of mutations: `getElementById` or a live collection, no `querySelector`. */
const tripwire = (document: Document): unknown => valueOf(document.getElementById(VALUE));

// Fill in: `destroys`, if a key or a click in the page deletes the token or closes its display (src/providers/provider.ts).
export const detector: Detector = {
  id: 'example',
  tripwire,
  detect,
  readForm: (_, event) => readForm(event),
};
