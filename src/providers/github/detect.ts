/**
 * GitHub, GitHub Enterprise Server and ghe.com. The selectors were seen in programs that read these
 * pages, each in several independent ones of 2018 to 2026; nothing was tried on the live site (November 2026).
 */
import type { Details, Detector, Page, Sighting } from '../provider';
import { UNTOLD } from '../provider';
import { textOf, valueOf } from '../read';
import { anyExpiry } from './expiry';
import { readForm } from './form';
import { CLASSIC_PAGES, isEnterpriseServer, OTHER_PAGES, signedIn, TOKEN_LINK, TOKEN_PAGES } from './places';
import { isSurelyToken, kindOf, LEGACY, NOT_PERSONAL, ONE_WORD } from './shape';

type Found = { readonly kind: string; readonly secret: string; readonly anchor: Element };

type Display = {
  readonly id: string;
  /** What stands there when its own prefix does not say. */
  readonly kind: 'classic' | 'fine-grained';
  /** Here a value of any form is a token. */
  readonly certainOn: RegExp;
};

const DISPLAYS: readonly Display[] = [
  // A read-only input in the token's row, 2022 to 2026 (six programs). The value is attribute and property.
  { id: 'new-access-token', kind: 'fine-grained', certainOn: TOKEN_PAGES },
  // `code` above or in the list, 2018 to 2026, GHES too (14 programs). On /settings/applications/<n> the
  // same id carries the client secret of an OAuth app.
  { id: 'new-oauth-token', kind: 'classic', certainOn: CLASSIC_PAGES },
];

/** Should the ids be renamed: read-only places only, so that typed text never counts (copy button: 2026). */
const CARRIERS = 'input[readonly], clipboard-copy[value], code';
const ELSEWHERE = `:is(.access-token, .flash, main) :is(${CARRIERS})`;
/** One row per token in both lists, `data-id` being its id (2023 to 2026). */
const ROW = '.access-token';

/** While a page streams in, text can arrive in pieces: it is whole once the parser has gone past it. */
function isWhole(element: Element): boolean {
  if (element.ownerDocument.readyState !== 'loading') return true;
  for (let at: Element | null = element; at; at = at.parentElement) if (at.nextSibling) return true;
  return false;
}

/** What stands in one of the two displays, or `null`. Two hash look-ups on a page that has neither. */
function shownIn(document: Document, { id }: Display): { anchor: Element; secret: string } | null {
  const anchor = document.getElementById(id);
  const secret = anchor && isWhole(anchor) ? valueOf(anchor) : null;
  return anchor && secret ? { anchor, secret } : null;
}

function kindIn(display: Display, { url }: Page, secret: string): string | null {
  const known = kindOf(secret);
  if (known) return known;
  if (NOT_PERSONAL.test(secret) || !ONE_WORD.test(secret)) return null;
  // 40 hexadecimal digits are a client secret in GitHub's cloud.
  if (LEGACY.test(secret) && (display.kind !== 'classic' || !isEnterpriseServer(url.hostname))) return null;
  return display.certainOn.test(url.pathname) ? display.kind : null;
}

function inDisplay(page: Page): Found | null {
  for (const display of DISPLAYS) {
    const shown = shownIn(page.document, display);
    const kind = shown && kindIn(display, page, shown.secret);
    if (shown && kind) return { ...shown, kind };
  }
  return null;
}

function elsewhere(document: Document): Found | null {
  for (const anchor of document.querySelectorAll(ELSEWHERE)) {
    const secret = isWhole(anchor) ? valueOf(anchor) : null;
    const kind = secret && isSurelyToken(secret) ? kindOf(secret) : null;
    if (secret && kind) return { kind, secret, anchor };
  }
  return null;
}

/** The list row around the value, or the one whose copy button has the same value. */
function rowOf(document: Document, { anchor, secret }: Found): Element | null {
  const around = anchor.closest(ROW);
  if (around) return around;
  const copies = [...document.querySelectorAll(`${ROW} :is(${CARRIERS})`)];
  return copies.find((copy) => valueOf(copy) === secret)?.closest(ROW) ?? null;
}

/** The row has several links with the token's id (its expiry is one); the plain one has its name. */
function told(row: Element | null): Pick<Details, 'name' | 'expires' | 'manageId'> {
  const hrefOf = (link: Element) => link.getAttribute('href') ?? '';
  const link = [...(row?.querySelectorAll('a[href]') ?? [])].find((a) => TOKEN_LINK.test(hrefOf(a)));
  const id = row?.getAttribute('data-id') ?? '';
  const linked = link ? (TOKEN_LINK.exec(hrefOf(link))?.[1] ?? null) : null;
  return { name: textOf(link), manageId: /^\d+$/.test(id) ? id : linked, expires: anyExpiry(textOf(row)) };
}

function detect(page: Page): Sighting | null {
  if (!TOKEN_PAGES.test(page.url.pathname)) return null;
  const found = inDisplay(page) ?? elsewhere(page.document);
  if (!found) return null;
  const details = { ...UNTOLD, ...told(rowOf(page.document, found)), account: signedIn(page.document) };
  return { ...found, details };
}

/**
 * The value in one of the displays; without one, on token pages, how many copy buttons there are (a new
 * one comes with a token whose display was renamed). A live collection costs 0.09 ms per batch with
 * 8,000 nodes and is not asked on other pages; `querySelector` costs three times that.
 */
function tripwire(document: Document): unknown {
  for (const display of DISPLAYS) {
    const shown = shownIn(document, display);
    if (shown) return shown.secret;
  }
  if (OTHER_PAGES.test(document.location?.pathname ?? '')) return null;
  return document.getElementsByTagName('clipboard-copy').length;
}

export const detector: Detector = { id: 'github', tripwire, detect, readForm };
