/** What is said of imports and exports. */
import type { BackupToken, Failure, Restored } from '../../messages/protocol';
import { counted, text } from '../../text/text';
import { grouped, inRow, listed, sentences } from '../../text/dates';
import type { Flaw, Problem } from '../../transfer/entry';
import type { Candidate } from '../../transfer/recognise';
import { failureWords, type FailureWords } from '../../ui/failure';
import { kindName, knownHostOf, tileOf, tokenName } from '../../ui/naming';

type Next = 'choose' | 'again' | 'correct' | 'utf_8' | 'csv' | 'restore' | 'json';

/** What to do about it. */
const NEXT: Readonly<Record<Flaw, Next>> = {
  no_file: 'again',
  too_large: 'choose',
  empty: 'choose',
  binary: 'choose',
  utf_16: 'utf_8',
  not_utf_8: 'utf_8',
  archive: 'csv',
  backup: 'restore',
  no_entries: 'choose',
  no_assignment: 'correct',
  open_quote: 'correct',
  after_quote: 'correct',
  no_secret_column: 'correct',
  cells: 'correct',
  json: 'correct',
  json_end: 'correct',
  json_text: 'correct',
  json_deep: 'choose',
  not_bitwarden: 'choose',
  not_text: 'correct',
  encrypted: 'json',
};

/** Why nothing of a file was taken, and on which line. */
export function problemWords({ line, flaw }: Problem): FailureWords {
  const what = text(`transfer_flaw_${flaw}`);
  return {
    what: line === null ? what : text('transfer_at_line', { line: grouped(line), what }),
    safe: text('transfer_nothing_imported'),
    next: text(`transfer_next_${NEXT[flaw]}`),
  };
}

/** From this many characters on its last four tell nothing of a password; tokens have more. */
const LONG_ENOUGH = 16;

export type CandidateWords = {
  readonly name: string;
  /** Host, kind and last four, as far as they are known. */
  readonly about: string;
  readonly host: string;
  readonly tile: ReturnType<typeof tileOf>;
  /** Why it is not ticked. */
  readonly doubt: string | null;
};

export function candidateWords({ token, title, line, doubt }: Candidate): CandidateWords {
  const at = text('transfer_line', { line: grouped(line) });
  if (!token)
    return {
      name: title,
      host: '',
      about: at,
      tile: tileOf(null, null),
      doubt: text('transfer_doubt_not_taken'),
    };
  const known = knownHostOf(token);
  const host = known ?? text('token_nowhere');
  const ends = token.secret.length < LONG_ENOUGH ? null : text('transfer_ends', { ends: token.ends });
  const kind = doubt === null ? kindName(token) : null;
  return {
    name: token.label ?? (title === '' ? tokenName(token) : title),
    host,
    about: inRow([host, kind, ends, at].filter((part) => part !== null)),
    tile: tileOf(token.provider, known),
    doubt: doubt && text(`transfer_doubt_${doubt}`),
  };
}

export function addedWords({ added, known }: Restored): string {
  const first = counted('transfer_added', added);
  return known === 0 ? first : sentences(first, counted('transfer_known', known));
}

/** An import that stopped between two hundreds. */
export function stoppedWords(done: number, of: number, failure: Failure): string {
  const how = text('transfer_stopped', { done: grouped(done), of: grouped(of) });
  return sentences(failureWords(failure).what, how);
}

export function refusedWords(refused: readonly string[], tokens: readonly BackupToken[]): string {
  const names = tokens.filter(({ id }) => refused.includes(id)).map(tokenName);
  return counted('transfer_refused', refused.length, { names: listed(names) });
}

export function exportedWords(count: number, file: string, unreadable: number): string {
  const words = counted('transfer_exported', count, { file });
  return unreadable === 0 ? words : sentences(words, counted('transfer_unreadable', unreadable));
}
