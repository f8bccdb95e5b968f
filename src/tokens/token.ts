import type { Details } from '../providers/provider';

/** The provider of a token that was saved by hand, on a site that no provider covers. */
export const OTHER = 'other';

/** The origin of an imported token of which nothing says the site: no host can have this name (RFC 2606). */
export const NOWHERE = 'https://unknown.invalid';

/**
 * What the vault knows of a token without decoding its secret. This is line 1 of a record, so a field
 * is only ever added, and a reader ignores fields it does not know.
 */
export type Token = Details & {
  /** 16 random bytes, base64url. The record's key. */
  readonly id: string;
  /** A provider's id, such as `zenodo`, or `OTHER`. */
  readonly provider: string;
  readonly kind: string;
  /** `https://sandbox.zenodo.org` */
  readonly origin: string;
  /** Where it was seen, without query and fragment: `/settings/tokens`. */
  readonly path: string;
  /** The last four characters: the only part of a secret that is ever drawn. */
  readonly ends: string;
  /** ISO 8601 instants. */
  readonly seenAt: string;
  readonly savedAt: string;
  /** What the user calls it, over the name that its maker gave it. */
  readonly label?: string | undefined;
  /** What the user wrote about it. */
  readonly note?: string | undefined;
};
