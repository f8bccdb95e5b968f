/**
 * GitHub, GitHub Enterprise Server and ghe.com. Selectors were seen in programs that read these pages,
 * 2018 to 2026 (several independent ones each); nothing was tried on the live site. November 2026.
 */
import type { Details, Detector, Page, Sighting } from '../provider';
import { UNTOLD } from '../provider';
import { textOf, valueOf } from '../read';
import { readForm } from './form';
import { anyExpiry } from './expiry';

const TOKEN_PAGES = /^\/settings\/(?:tokens|personal-access-tokens)(?:\/|$)/;
const CLASSIC = /^ghp_[A-Za-z0-9_]{36,251}$/;
const FINE_GRAINED = /^github_pat_[A-Za-z0-9_]{36,244}$/;
/** Tokens before April 2021; only as the whole of the display, and only on Enterprise Servers. */
const LEGACY = /^[0-9a-f]{40}$/;
/** Other products' secrets: OAuth, app user, refresh and installation tokens. */
const NOT_PERSONAL = /^gh[ours]_/;
const ONE_WORD = /^[\x21-\x7e]{20,255}$/;
const FALLBACKS = 'input[readonly], clipboard-copy[value], code';
const PLACES = '.access-token, .flash, main';

type Found = { readonly kind: string; readonly secret: string; readonly anchor: Element };

/** Type comes from the prefix, never from the path: both lists have shared `/settings/tokens`. */
function kindOf(value: string): string | null {
  if (CLASSIC.test(value)) return 'classic';
  return FINE_GRAINED.test(value) ? 'fine-grained' : null;
}

/** The two ids are certain places on these paths: what stands there is offered, whatever its form. */
function certain({ url, document }: Page): Found | null {
  const display = document.getElementById('new-access-token') ?? document.getElementById('new-oauth-token');
  const secret = valueOf(display);
  if (!display || !secret) return null;
  const known = kindOf(secret);
  if (known) return { kind: known, secret, anchor: display };
  if (NOT_PERSONAL.test(secret) || !ONE_WORD.test(secret)) return null;
  if (LEGACY.test(secret) && (url.host === 'github.com' || display.id !== 'new-oauth-token')) return null;
  return { kind: display.id === 'new-access-token' ? 'fine-grained' : 'classic', secret, anchor: display };
}

/** Should the ids be renamed: a known shape in a read-only field or a copy button of the token list. */
function fallback({ document }: Page): Found | null {
  for (const place of document.querySelectorAll(PLACES)) {
    for (const anchor of place.querySelectorAll(FALLBACKS)) {
      const secret = valueOf(anchor);
      const kind = secret && kindOf(secret);
      if (secret && kind && !anchor.closest('.markdown-body, [contenteditable]'))
        return { kind, secret, anchor };
    }
  }
  return null;
}

/** The link that names a token: `/settings/tokens/7` or `/settings/personal-access-tokens/7`. */
const NAME_LINK = /\/settings\/(?:tokens|personal-access-tokens)\/(\d+)(?:[?#]|$)/;

/** The list row of the new token. The fine-grained display stands inside it, the classic one above or inside. */
function rowOf(document: Document, anchor: Element): Element | null {
  const around = anchor.closest('.access-token');
  if (around) return around;
  const copy = [...document.querySelectorAll('.access-token')].find((row) =>
    row.querySelector('clipboard-copy, .new-token'),
  );
  return copy ?? null;
}

function rowDetails(row: Element | null): Pick<Details, 'name' | 'expires' | 'manageId'> {
  const link = [...(row?.querySelectorAll('a[href]') ?? [])].find((a) =>
    NAME_LINK.test(a.getAttribute('href') ?? ''),
  );
  const manageId =
    row?.getAttribute('data-id') ?? NAME_LINK.exec(link?.getAttribute('href') ?? '')?.[1] ?? null;
  return { name: textOf(link), manageId, expires: anyExpiry(textOf(row)) };
}

function detect(page: Page): Sighting | null {
  if (!TOKEN_PAGES.test(page.url.pathname)) return null;
  const found = certain(page) ?? fallback(page);
  if (!found) return null;
  const login = page.document.querySelector('meta[name="user-login"]')?.getAttribute('content');
  const row = rowDetails(rowOf(page.document, found.anchor));
  return { ...found, details: { ...UNTOLD, ...row, account: login || null } };
}

export const detector: Detector = {
  id: 'github',
  tripwire: (document) =>
    document.getElementById('new-access-token') ?? document.getElementById('new-oauth-token'),
  detect,
  readForm: ({ document }, event) => readForm(document, event),
  recognises: ({ document }) =>
    document.querySelector('meta[name="hostname"], meta[name="user-login"]') !== null &&
    document.querySelector(
      'meta[name="analytics-location"], meta[name="expected-hostname"], link[rel="fluid-icon"]',
    ) !== null,
};
