import type { Status } from '../../messages/protocol';
import { gap } from '../../text/dates';
import { text } from '../../text/text';
import { Lead } from '../../ui/lead';
import { Icon } from '../../ui/mark';
import { DownloadRow } from './download-row';
import { RestoreRow } from './restore-row';
import { needsOf } from '../../ui/repair/words';
import { backupStanding } from './words';

/** A file that opens without this browser and without SeenOnce. */
export function Backup({ status, refresh }: { status: Status | null; refresh: () => void }) {
  return (
    <section class="part" id="backup" aria-labelledby="backup-title">
      <h2 id="backup-title">{text('options_backup')}</h2>
      <p class="lede">{text('backup_lede')}</p>
      {status && status.vault !== 'unlocked' && <WayToBackup vault={status.vault} trouble={status.trouble} />}
      {status?.vault === 'unlocked' && (
        <>
          <StandingNote status={status} />
          <div class="set">
            <DownloadRow refresh={refresh} />
            <RestoreRow refresh={refresh} />
          </div>
        </>
      )}
    </section>
  );
}

function StandingNote({ status: { backup, count } }: { status: Status }) {
  if (!backup) return null;
  const { lead, rest, due } = backupStanding(backup, count);
  return (
    <div class={due ? 'note note-once' : 'note'}>
      <Icon is={due ? 'warn' : 'check'} />
      <p>
        <Lead>{lead}</Lead>
        {rest}
      </p>
    </div>
  );
}

function wayTo(
  vault: BackupGate,
  trouble: Status['trouble'],
): readonly [words: string, href: string, link: string] {
  if (vault === 'none')
    return [text('backup_way_none'), '../welcome/welcome.html', text('backup_way_none_link')];
  if (vault === 'locked') return [text('backup_way_locked'), '#vault', text('backup_way_locked_link')];
  const { needs, link } = needsOf(trouble);
  return [text(`backup_way_${needs}`), '#vault', link];
}

type BackupGate = 'none' | 'locked' | 'broken';

/** What has to be done before a backup can be made or restored. */
function WayToBackup({ vault, trouble }: { vault: BackupGate; trouble: Status['trouble'] }) {
  const [words, href, link] = wayTo(vault, trouble);
  return (
    <div class="note">
      <Icon is="file" />
      <p>
        {words}
        {gap()}
        <a class="link" href={href}>
          {link}
        </a>
      </p>
    </div>
  );
}
