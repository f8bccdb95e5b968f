/** Where on GitHub, GHES and ghe.com tokens are made and shown. Paths are the same on all of them (2018 to 2026). */

/** Both lists with all below them. Organisation and enterprise pages begin otherwise and never show a secret. */
export const TOKEN_PAGES = /^\/settings\/(?:tokens|personal-access-tokens)(?:\/|$)/;

/** The classic list with all below it; until 2024 the fine-grained list too (`?type=beta`). */
export const CLASSIC_PAGES = /^\/settings\/tokens(?:\/|$)/;

/** A path that is certainly none of them. A frame without an address of its own has no leading slash. */
export const OTHER_PAGES = /^\/(?!settings\/(?:tokens|personal-access-tokens)(?:\/|$))/;

/** Saving the form on this page changes a token that exists: it shows no value. */
export const EDIT_PAGE = /^\/settings\/(?:tokens|personal-access-tokens)\/\d+\/?$/;

/** Group 1 is the token's id. The form there asks for a new value of the same token. */
export const REGENERATE_PAGE = /^\/settings\/(?:tokens|personal-access-tokens)\/(\d+)\/regenerate\/?$/;

/** A link to one token, as in its row; group 1 is its id. The `/regenerate` link beside it does not fit. */
export const TOKEN_LINK = /\/settings\/(?:tokens|personal-access-tokens)\/(\d+)(?:[?#]|$)/;

/** True for GitHub Enterprise Server; github.com and ghe.com are GitHub's own cloud. */
export function isEnterpriseServer(hostname: string): boolean {
  return hostname !== 'github.com' && !hostname.endsWith('.ghe.com');
}

/**
 * Where the API is of the site at this origin: of GitHub's cloud on a host of its own, of a server below its
 * own host (REST manual, November 2026). Without a slash at the end.
 */
export function apiOf(origin: string): string {
  const { hostname, host } = new URL(origin);
  return isEnterpriseServer(hostname) ? `${origin}/api/v3` : `https://api.${host}`;
}

/** The login of whoever is signed in, from the head of every page (2015 to 2026); empty when signed out. */
export function signedIn(document: Document): string | null {
  return document.querySelector('meta[name="user-login"]')?.getAttribute('content') || null;
}
