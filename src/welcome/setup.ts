/** What is set up and what is missing, as plain values. */
import type { BackupState, Status } from '../messages/protocol';
import { listed } from '../text/dates';
import { counted, text } from '../text/text';
import { isOfNewer } from '../ui/repair/words';
import { day } from '../ui/time';

/** `untold`: only an open vault tells, or there is nothing yet that it could be about. */
export type Standing = 'done' | 'missing' | 'untold';
/** What its one button or link does. */
export type Action = 'vault' | 'repair' | 'allow' | 'practise' | 'backup' | 'unlock';

export type Line = {
  readonly id: 'vault' | 'sites' | 'practice' | 'backup';
  readonly standing: Standing;
  readonly title: string;
  readonly means: string;
  readonly action: Action | null;
};

/** The short list, in the order of the steps; the backup comes last, since it needs all of them. */
export function setupLines(status: Status, practised: boolean): readonly Line[] {
  const lines = [vaultLine(status), sitesLine(status), practiceLine(practised)];
  // To a vault that is not there, or needs repair, a backup is the second question.
  return status.vault === 'none' || status.vault === 'broken' ? lines : [...lines, backupLine(status)];
}

export const missingIn = (lines: readonly Line[]): number =>
  lines.filter(({ standing }) => standing === 'missing').length;

function vaultLine({ vault, trouble }: Status): Line {
  const id = 'vault';
  switch (vault) {
    case 'none':
      return {
        id,
        standing: 'missing',
        title: text('welcome_vault_none'),
        means: text('welcome_vault_none_means'),
        action: 'vault',
      };
    case 'broken':
      return {
        id,
        standing: 'missing',
        title: isOfNewer(trouble) ? text('welcome_vault_newer') : text('welcome_vault_repair'),
        means: text('welcome_vault_broken_means'),
        action: 'repair',
      };
    case 'locked':
    case 'unlocked':
      return {
        id,
        standing: 'done',
        title: text('welcome_vault_made'),
        means: vault === 'locked' ? text('welcome_vault_locked_means') : text('welcome_vault_unlocked_means'),
        action: null,
      };
  }
}

function sitesLine({ withheld }: Status): Line {
  const id = 'sites';
  if (withheld.length === 0)
    return {
      id,
      standing: 'done',
      title: text('welcome_sites_done'),
      means: text('welcome_sites_done_means'),
      action: null,
    };
  const names = listed(withheld.map(({ name }) => name));
  return {
    id,
    standing: 'missing',
    title: text('welcome_sites_withheld', { names }),
    means: text('welcome_sites_withheld_means'),
    action: 'allow',
  };
}

function practiceLine(practised: boolean): Line {
  return {
    id: 'practice',
    standing: practised ? 'done' : 'missing',
    title: practised ? text('welcome_practised') : text('welcome_unpractised'),
    means: practised ? text('welcome_practised_means') : text('welcome_unpractised_means'),
    action: practised ? null : 'practise',
  };
}

function backupLine({ vault, backup, count }: Status): Line {
  const id = 'backup';
  if (count === 0)
    return {
      id,
      standing: 'untold',
      title: text('welcome_backup_empty'),
      means: text('welcome_backup_empty_means'),
      action: null,
    };
  if (!backup)
    return {
      id,
      standing: 'untold',
      title: text('welcome_backup_untold'),
      means: vault === 'locked' ? text('welcome_backup_untold_means') : text('welcome_backup_opening'),
      action: vault === 'locked' ? 'unlock' : null,
    };
  return {
    id,
    standing: backup.newest === null || backup.due ? 'missing' : 'done',
    title: backupTitle(backup),
    means: backupMeans(backup),
    action: backup.newer > 0 ? 'backup' : null,
  };
}

function backupTitle({ newest, due }: BackupState): string {
  if (newest === null) return text('welcome_backup_none');
  return due ? text('welcome_backup_due') : text('welcome_backup_done');
}

function backupMeans({ newest, newer }: BackupState): string {
  if (newest === null) return text('welcome_backup_none_means');
  const date = day(newest);
  return newer > 0
    ? counted('welcome_backup_newer', newer, { date })
    : text('welcome_backup_done_means', { date });
}
