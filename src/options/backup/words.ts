/** What is said of backups: whether one is due, what was made of one, and why one cannot be read. */
import type { BackupState, BackupToken } from '../../messages/protocol';
import { named } from '../../text/named';
import { inRow } from '../../text/dates';
import { counted, text } from '../../text/text';
import type { FailureWords } from '../../ui/failure';
import { grouped, longDay } from '../../ui/time';

export type Standing = { readonly lead: string; readonly rest: string; readonly due: boolean };

/** How the newest backup and the vault stand to each other. @param count tokens in the vault */
export function backupStanding({ newest, newer, due }: BackupState, count: number): Standing {
  if (newest === null) {
    const rest = count === 0 ? text('backup_none_empty') : counted('backup_none_count', count);
    return { lead: text('backup_none'), rest, due: count > 0 };
  }
  const date = longDay(newest);
  if (newer === 0) return { lead: text('backup_last', { date }), rest: text('backup_last_rest'), due };
  return { lead: counted('backup_newer', newer, { date }), rest: '', due: true };
}

/** @param unreadable tokens that cannot be opened, and so cannot be in it */
export function madeWords(count: number, unreadable: number): string {
  const first = counted('backup_made', count);
  if (unreadable === 0) return first;
  return text('backup_both', { first, second: counted('backup_unreadable', unreadable) });
}

export const notWritten = (): FailureWords => ({
  what: text('backup_not_written_what'),
  safe: text('backup_not_written_safe'),
  next: text('backup_not_written_next'),
});

/** Why a file is not read. With every one of them nothing was changed. */
export type Unread =
  | 'not-a-backup'
  | 'wrong-passphrase'
  | 'newer'
  | 'corrupt'
  | 'too-large'
  | 'no-file'
  | 'no-work';

export function unreadWords(failure: Exclude<Unread, 'wrong-passphrase'>): FailureWords {
  const name = named(failure);
  return {
    what: text(`backup_unread_${name}_what`),
    safe: text(`backup_unread_${name}_safe`),
    next: text(`backup_unread_${name}_next`),
  };
}

/** "12 tokens were added. 3 were here already." */
export function restoredWords(added: number, known: number): string {
  const first = counted('backup_added', added);
  return known === 0 ? first : text('backup_both', { first, second: counted('backup_known', known) });
}

export type Lost = {
  readonly name: string | null;
  readonly host: string | null;
  readonly ends: string | null;
};
export type Damage = { readonly lines: number; readonly lost: readonly (Lost & { readonly id: string })[] };

/** "nightly export, app.speckle.systems, ends in 4Q7x" */
export function lostName({ name, host, ends }: Lost): string {
  const four = ends === null ? null : text('backup_lost_ends', { ends });
  return inRow([name ?? text('backup_lost_nameless'), host, four].filter((part) => part !== null));
}

/** What a damaged backup did not give. Where the line that names its tokens is lost too, none can be named. */
export function damageWords(lost: readonly Lost[]): string {
  return lost.length === 0 ? text('backup_damaged_unnamed') : counted('backup_damaged', lost.length);
}

/** Tokens that this version does not take, by name. */
export function refusedWords(refused: readonly string[], tokens: readonly BackupToken[]): string {
  const names = refused.map(
    (id) => tokens.find((token) => token.id === id)?.name ?? text('backup_refused_nameless'),
  );
  return counted('backup_refused', refused.length, { names: inRow(names) });
}

/** A restore that stopped on its way. @param why what failed, in words */
export function stoppedWords(done: number, of: number, why: string): string {
  return counted('backup_stopped', of, { why, done: grouped(done) });
}
