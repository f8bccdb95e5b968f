/**
 * What a token's details must be, wherever they come from: a page, the disk, a backup or another program's file. One
 * that does not fit stops nobody who lists the others. Fields of a later version are kept.
 */
import * as v from 'valibot';
import { isOrigin } from './origin';

/**
 * What breaks a line or is not drawn: of a name or an account nothing of that is meant, and "Copy as" writes
 * them into lines of other programs' files.
 */
// oxlint-disable-next-line eslint/no-control-regex -- these are what goes
const NOT_OF_A_LINE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g;
const HALF_A_CHARACTER = /\p{Surrogate}/u;

/** Nothing in it breaks a line, is not drawn, or is half a character. */
export const isOneLine = (text: string): boolean =>
  !HALF_A_CHARACTER.test(text) && text.search(NOT_OF_A_LINE) < 0;

/** The same but for the two that a text of several lines has. */
// oxlint-disable-next-line eslint/no-control-regex -- these are what goes
const NOT_OF_A_TEXT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]+/g;

/** One line; no site and no person writes a longer one, characters. */
export const shortText = v.pipe(
  v.string(),
  v.maxLength(1_000),
  v.transform((text) => text.replace(NOT_OF_A_LINE, ' ')),
);
/** Several lines; no record has room for a longer one, characters. */
const longText = v.pipe(
  v.string(),
  v.maxLength(16_384),
  v.transform((text) => text.replace(NOT_OF_A_TEXT, ' ')),
);

/** No site has scopes of more; a record, which holds them, is 16 KiB at most, characters. */
const MOST_OF_SCOPES = 8_000;

/** Scopes that no record has room for are not told. */
function withinARecord(scopes: string[]): string[] | null {
  return scopes.join('').length > MOST_OF_SCOPES ? null : scopes;
}

/** What a token says of itself. */
export const detailsShape = v.object({
  name: v.nullable(shortText),
  scopes: v.nullable(v.pipe(v.array(shortText), v.maxLength(500), v.transform(withinARecord))),
  expires: v.nullable(v.union([v.literal('never'), v.object({ at: shortText })])),
  account: v.nullable(shortText),
  owner: v.nullable(shortText),
  manageId: v.nullable(shortText),
});

/** What the answer of a site's API told: a part that does not fit tells nothing. */
export const toldShape = v.object({
  account: v.fallback(detailsShape.entries.account, null),
  scopes: v.fallback(detailsShape.entries.scopes, null),
  expires: v.fallback(detailsShape.entries.expires, null),
});

/** Line 1 of a token's record. */
export const tokenShape = v.looseObject({
  ...detailsShape.entries,
  id: shortText,
  provider: shortText,
  kind: shortText,
  origin: v.pipe(v.string(), v.maxLength(300), v.check(isOrigin)),
  path: v.pipe(v.string(), v.maxLength(2_048)),
  ends: shortText,
  seenAt: v.pipe(shortText, v.isoTimestamp()),
  savedAt: v.pipe(shortText, v.isoTimestamp()),
  label: v.optional(shortText),
  note: v.optional(longText),
});

/** Counts up with every change of `tokenShape`: a list that was made under an earlier one is checked once. */
export const TOKEN_SHAPE = 1;
