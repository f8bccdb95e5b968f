/** What a file with tokens says, the same for every format. */
import type { Details } from '../providers/provider';

/** What is told of one token. Each part is `null` where the file does not tell. */
export type Told = Details & {
  /** `https://sandbox.zenodo.org` */
  readonly origin: string | null;
  /** `/settings/tokens` */
  readonly path: string | null;
  /** A provider's id, or `other`. */
  readonly provider: string | null;
  readonly kind: string | null;
  /** ISO 8601 instant. */
  readonly seenAt: string | null;
  /** The user's own name for it, and note on it. */
  readonly label: string | null;
  readonly note: string | null;
};

/** Something in a file that may be a token, a password, or neither. */
export type Entry = {
  /** Where it begins, from 1. */
  readonly line: number;
  /** What the file calls it: a variable, a title. */
  readonly title: string;
  readonly secret: string;
  readonly told: Told;
};

/** Why nothing of a file is taken: the end of a message's name. Never carries text of the file. */
export type Flaw =
  | 'no_file' // the browser could not read it
  | 'too_large'
  | 'empty'
  | 'binary'
  | 'utf_16'
  | 'not_utf_8'
  | 'archive' // a zip file, such as 1Password's own .1pux
  | 'backup' // an encrypted backup of ours
  | 'no_entries' // well-formed, and nothing in it has a value
  | 'no_assignment' // .env: a line that is neither NAME=value nor a comment
  | 'open_quote' // a quote that is never closed
  | 'after_quote' // something stands between a closing quote and the end of its value
  | 'no_secret_column' // CSV: the first line names no column that could hold a token
  | 'cells' // CSV: a line with more or fewer cells than the first one
  | 'json' // something stands where JSON allows it not
  | 'json_end' // the file ends in the middle
  | 'json_text' // a text with a line break or an unknown escape
  | 'json_deep'
  | 'not_bitwarden'
  | 'not_text' // Bitwarden: a part that has to be a text is something else
  | 'encrypted'; // Bitwarden: the encrypted kind of its export

/** `line`: from 1; `null` where it is about the whole file. */
export type Problem = { readonly line: number | null; readonly flaw: Flaw };

/** All of a file, or nothing of it. */
export type Reading =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly problem: Problem };

export function refused(flaw: Flaw, line: number | null = null): { ok: false; problem: Problem } {
  return { ok: false, problem: { line, flaw } };
}
