/**
 * What a token's details must be, wherever they come from: a page, the disk, a backup or another program's file. One
 * that does not fit stops nobody who lists the others. Fields of a later version are kept.
 */
import * as v from 'valibot';

/** No site and no person writes a longer one, characters. */
export const shortText = v.pipe(v.string(), v.maxLength(1_000));
/** No record has room for a longer one, characters. */
const longText = v.pipe(v.string(), v.maxLength(16_384));

export const detailsShape = v.object({
  name: v.nullable(shortText),
  scopes: v.nullable(v.pipe(v.array(shortText), v.maxLength(500))),
  expires: v.nullable(v.union([v.literal('never'), v.object({ at: shortText })])),
  account: v.nullable(shortText),
  owner: v.nullable(shortText),
  manageId: v.nullable(shortText),
});

/** Line 1 of a token's record. */
export const tokenShape = v.looseObject({
  ...detailsShape.entries,
  id: shortText,
  provider: shortText,
  kind: shortText,
  origin: v.pipe(v.string(), v.maxLength(300), v.url()),
  path: v.pipe(v.string(), v.maxLength(2_048)),
  ends: shortText,
  seenAt: v.pipe(shortText, v.isoTimestamp()),
  savedAt: v.pipe(shortText, v.isoTimestamp()),
  label: v.optional(shortText),
  note: v.optional(longText),
});

/** Counts up with every change of `tokenShape`: a list that was made under an earlier one is checked once. */
export const TOKEN_SHAPE = 1;
