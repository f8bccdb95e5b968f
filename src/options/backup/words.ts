/** What is said of backups: whether one is due, what was made of one, and why one cannot be read. */
import type { BackupState, BackupToken } from '../../messages/protocol';
import type { FailureWords } from '../../ui/failure';
import { longDay, grouped, tokenCount } from '../../ui/time';

export type Standing = { readonly lead: string; readonly rest: string; readonly due: boolean };

/** How the newest backup and the vault stand to each other. @param count tokens in the vault */
export function backupStanding({ newest, newer, due }: BackupState, count: number): Standing {
  if (newest === null) {
    const rest =
      count === 0
        ? 'There is nothing to back up.'
        : `${tokenCount(count)} ${count === 1 ? 'is' : 'are'} in this browser only.`;
    return { lead: 'No backup yet.', rest, due: count > 0 };
  }
  const when = longDay(newest);
  if (newer === 0) return { lead: `Your last backup is of ${when}.`, rest: 'No token is newer.', due };
  const lead = `${tokenCount(newer)} ${newer === 1 ? 'is' : 'are'} newer than your last backup`;
  return { lead, rest: `of ${when}.`, due: true };
}

/** @param unreadable tokens that cannot be opened, and so cannot be in it */
export function madeWords(count: number, unreadable: number): string {
  const made = `Backup made: ${tokenCount(count)}. Keep the file where this computer’s end does not reach it.`;
  if (unreadable === 0) return made;
  return `${made} ${tokenCount(unreadable)} that cannot be opened ${unreadable === 1 ? 'is' : 'are'} not in it.`;
}

export const WRONG_PASSPHRASE = 'This is not the passphrase of the vault. No backup was made: try again.';

export const NOT_WRITTEN: FailureWords = {
  what: 'The backup could not be written.',
  safe: 'Your tokens are untouched.',
  next: 'Close other programs if memory is short, then try again.',
};

/** Why a file is not read. With every one of them nothing was changed. */
export type Unread =
  | 'not-a-backup'
  | 'wrong-passphrase'
  | 'newer'
  | 'corrupt'
  | 'too-large'
  | 'no-file'
  | 'no-work';

export const WRONG_BACKUP_PASSPHRASE =
  'This is not the passphrase of the backup. Nothing was changed: try again.';

export const UNREAD: Readonly<Record<Exclude<Unread, 'wrong-passphrase'>, FailureWords>> = {
  'not-a-backup': {
    what: 'This file is no backup of SeenOnce.',
    safe: 'Nothing was changed.',
    next: 'Choose the file that is named seenonce, with a date, and ends in .age.',
  },
  newer: {
    what: 'A later version of SeenOnce made this backup.',
    safe: 'Nothing was changed, and the file is fine.',
    next: 'Update SeenOnce to restore it.',
  },
  corrupt: {
    what: 'This backup is damaged from its beginning, and nothing of it can be read.',
    safe: 'Nothing was changed.',
    next: 'Choose another copy of the file, or an older backup.',
  },
  'too-large': {
    what: 'This file is too large to be a backup of SeenOnce.',
    safe: 'It was not read, and nothing was changed.',
    next: 'Choose the file that is named seenonce, with a date, and ends in .age.',
  },
  'no-file': {
    what: 'The browser could not read this file.',
    safe: 'Nothing was changed.',
    next: 'If it was moved or changed meanwhile, choose it again.',
  },
  'no-work': {
    what: 'The backup could not be opened.',
    safe: 'Nothing was changed.',
    next: 'Close other programs if memory is short, then try again.',
  },
};

/** "12 tokens were added. 3 were here already." */
export function restoredWords(added: number, known: number): string {
  const first = `${tokenCount(added)} ${added === 1 ? 'was' : 'were'} added.`;
  return known === 0 ? first : `${first} ${grouped(known)} ${known === 1 ? 'was' : 'were'} here already.`;
}

export type Lost = {
  readonly name: string | null;
  readonly host: string | null;
  readonly ends: string | null;
};
export type Damage = { readonly lines: number; readonly lost: readonly (Lost & { readonly id: string })[] };

/** "nightly export, app.speckle.systems, ends in 4Q7x" */
export function lostName({ name, host, ends }: Lost): string {
  const parts = [name ?? 'A token without a name', host, ends === null ? null : `ends in ${ends}`];
  return parts.filter((part) => part !== null).join(', ');
}

/** What a damaged backup did not give. Where the line that names its tokens is lost too, none can be named. */
export function damageWords(lost: readonly Lost[]): string {
  if (lost.length === 0)
    return 'A part of the file is damaged. No lost token can be named: compare the list with an older backup.';
  const which = lost.length === 1 ? '1 token is' : `${tokenCount(lost.length)} are`;
  return `${which} in a damaged part of the file:`;
}

/** Tokens that this version does not take, by name. */
export function refusedWords(refused: readonly string[], tokens: readonly BackupToken[]): string {
  const names = refused.map(
    (id) => tokens.find((token) => token.id === id)?.name ?? 'a token without a name',
  );
  const which = refused.length === 1 ? '1 token was' : `${tokenCount(refused.length)} were`;
  return `${which} not taken, being too large, of a later version, or no token of SeenOnce: ${names.join(', ')}. The file still has ${refused.length === 1 ? 'it' : 'them'}.`;
}

/** A restore that stopped on its way. @param why what failed, in words */
export function stoppedWords(done: number, of: number, why: string): string {
  return `${why} ${grouped(done)} of ${tokenCount(of)} were looked at before, and what was added stays. Restore the file again to go on: nothing is added twice.`;
}
