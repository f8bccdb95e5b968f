/** How a token is named, placed and drawn on our pages. */
import type { Held } from '../messages/protocol';
import { providers } from '../providers';
import type { Provider, Scope } from '../providers/provider';
import { text } from '../text/text';
import { addressAt } from '../tokens/origin';
import { NOWHERE, OTHER, type Token } from '../tokens/token';

/** A token whose maker gave it no name, and whose kind we do not know; English, as what its site calls it would be. */
const NAMELESS = 'Personal access token';

/** The provider of a stored token, or `null` for one that only a newer version knows. */
export function providerById(id: string | null): Provider | null {
  return providers.find((provider) => provider.id === id) ?? null;
}

/** "Personal access token (classic)". */
export function kindName(token: Pick<Token, 'provider' | 'kind'>): string {
  if (token.provider === OTHER) return text('token_kindless');
  const kinds = providerById(token.provider)?.kinds ?? {};
  return (Object.hasOwn(kinds, token.kind) && kinds[token.kind]?.name) || NAMELESS;
}

/** What the user calls it, or its maker, or the name of its kind. */
export function tokenName(token: Pick<Token, 'label' | 'name' | 'provider' | 'kind'>): string {
  return token.label ?? token.name ?? kindName(token);
}

/** A held token does not tell its kind, so one without a name takes the name all kinds share. */
export function heldName({ name, provider }: Pick<Held, 'name' | 'provider'>): string {
  return name ?? (provider === OTHER ? text('token_kindless') : NAMELESS);
}

/** `https://sandbox.zenodo.org` -> `sandbox.zenodo.org`. */
export function hostOf(token: Pick<Token, 'origin'>): string {
  return new URL(token.origin).host;
}

/** The host, or `null` for a token that was imported without one. */
export function knownHostOf(token: Pick<Token, 'origin'>): string | null {
  return token.origin === NOWHERE ? null : hostOf(token);
}

/**
 * The address of the page where the token was seen, or `null` if that is none of its site's: the path of an
 * imported token is what a file said.
 */
export function pageOf({ origin, path }: Pick<Token, 'origin' | 'path'>): string | null {
  return origin === NOWHERE ? null : addressAt(origin, path);
}

/** The host and the account, as a line of a list says them. */
export function placeOf(token: Pick<Token, 'origin' | 'account'>): string {
  const parts = [knownHostOf(token) ?? text('token_nowhere'), token.account];
  return parts.filter((part) => part !== null).join(' · ');
}

/** What the tile shows: the provider's letter, dashed on a test server. */
export function tileOf(provider: string | null, host: string | null): { letter: string; test: boolean } {
  const known = providerById(provider);
  const letter = provider === OTHER ? host?.charAt(0).toUpperCase() : known?.letter;
  return { letter: letter ?? '?', test: host !== null && (known?.testHosts.test(host) ?? false) };
}

/** What we know of a scope, or `null`. */
export function scopeOf(provider: Provider | null, scope: string): Scope | null {
  return provider && Object.hasOwn(provider.scopes, scope) ? (provider.scopes[scope] ?? null) : null;
}
