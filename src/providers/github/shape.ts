/** What the two kinds of token look like. */
import { classicChecksumFits } from './checksum';

/** Announced in April 2021, with 255 characters as the upper bound of what may come. */
export const CLASSIC = {
  strict: /^ghp_[A-Za-z0-9]{36}$/,
  tolerant: /^ghp_[A-Za-z0-9_]{36,251}$/,
} as const;

/** Announced in October 2022. The last 59 characters hold no checksum that is known. */
export const FINE_GRAINED = {
  strict: /^github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}$/,
  tolerant: /^github_pat_[A-Za-z0-9_]{36,244}$/,
} as const;

/** Classic tokens made before April 2021; an old Enterprise Server may still make them. */
export const LEGACY = /^[0-9a-f]{40}$/;

/** OAuth, app user, refresh and installation tokens: other products' secrets. */
export const NOT_PERSONAL = /^gh[ours]_/;

/** One run of characters that tokens are made of; an installation token has reached 520 (2026). */
export const ONE_WORD = /^[\w.~+/=-]{20,1024}$/;

/** The kind a value's prefix tells, or `null`. The path tells nothing: both lists have shared `/settings/tokens`. */
export function kindOf(value: string): 'classic' | 'fine-grained' | null {
  if (CLASSIC.tolerant.test(value)) return 'classic';
  return FINE_GRAINED.tolerant.test(value) ? 'fine-grained' : null;
}

/** True for a value as released today, check digits included: enough where the place is not certain. */
export function isSurelyToken(value: string): boolean {
  return FINE_GRAINED.strict.test(value) || classicChecksumFits(value);
}
