/** All providers: data for the background and our own pages. What runs in a page is in `<id>/detect.ts`. */
import { isOrigin } from '../tokens/origin';
import { providers } from './all';
import * as anySite from './any-site';
import type { Advice, AdvisedToken, Provider, Snippet, TokenPlace } from './provider';

export { providers };

/** Whether a match pattern such as `https://*.ghe.com/*` covers an origin. */
function covers(pattern: string, origin: string): boolean {
  const host = pattern.slice('https://'.length, -'/*'.length);
  if (!host.startsWith('*.')) return origin === `https://${host}`;
  if (!isOrigin(origin)) return false;
  const { protocol, host: told } = new URL(origin);
  const base = host.slice(2);
  return protocol === 'https:' && (told === base || told.endsWith(`.${base}`));
}

/** The provider whose built-in hosts have this origin (`https://github.com`), or `null`. */
export function providerOf(origin: string): Provider | null {
  return providers.find(({ matches }) => matches.some((pattern) => covers(pattern, origin))) ?? null;
}

type Of<T> = T & { readonly provider: string };

/** What is known of a token's provider, or, of one that is not ours (saved by hand, or from a newer version), what holds everywhere. */
const knownOf = ({ provider }: Of<object>) => providers.find(({ id }) => id === provider) ?? anySite;

/** What a token can be copied as, the usual form first. */
export function snippetsOf(token: Of<TokenPlace>): readonly Snippet[] {
  return knownOf(token).snippets.filter(({ fits }) => fits?.(token) ?? true);
}

/** Stands for a secret that is not shown: every snippet can write it, as it can every usual token. */
const STAND_IN = 'SEENONCEEXAMPLE';

/** How a snippet looks, with `masked` in the secret's place. */
export function previewOf({ write }: Snippet, token: TokenPlace, masked: string): string {
  return (write(token, STAND_IN) ?? '').replaceAll(STAND_IN, () => masked);
}

/** What is worth knowing of a token, the most urgent first, and at the end what to do once it leaked. */
export function adviceOn(token: Of<AdvisedToken>, now: Date): readonly Advice[] {
  return knownOf(token).advice(token, now);
}
