/** All providers: data for the background and our own pages. Detectors are in detectors.ts. */
import * as anySite from './any-site';
import { provider as github } from './github';
import { provider as osf } from './osf';
import type { Provider, Snippet, TokenPlace } from './provider';
import { provider as speckle } from './speckle';
import { provider as zenodo } from './zenodo';

export const providers: readonly Provider[] = [github, osf, zenodo, speckle];

/** Whether a match pattern such as `https://*.ghe.com/*` covers an origin. */
function covers(pattern: string, origin: string): boolean {
  const host = pattern.slice('https://'.length, -'/*'.length);
  if (!host.startsWith('*.')) return origin === `https://${host}`;
  const base = host.slice(2);
  return origin === `https://${base}` || (origin.startsWith('https://') && origin.endsWith(`.${base}`));
}

/** The provider whose built-in hosts have this origin (`https://github.com`), or `null`. */
export function providerOf(origin: string): Provider | null {
  return providers.find(({ matches }) => matches.some((pattern) => covers(pattern, origin))) ?? null;
}

/**
 * What a token can be copied as. One that no provider of ours covers (saved by hand, or known to a newer
 * version only) has what holds everywhere.
 */
export function snippetsOf(token: TokenPlace & { readonly provider: string }): readonly Snippet[] {
  const { snippets } = providers.find(({ id }) => id === token.provider) ?? anySite;
  return snippets.filter(({ fits }) => fits?.(token) ?? true);
}
