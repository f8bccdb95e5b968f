/** Making a backup: everything is gathered, sealed in the passphrase worker, and handed to the browser. */
import { send } from '../../browser';
import type { Failure, Progress } from '../../messages/protocol';
import { text } from '../../text/text';
import { backupName, download } from '../../ui/download';
import { failureWords } from '../../ui/failure';
import { withSlots, type Complaint } from '../../ui/passphrase/attempt';
import { writeBackup } from '../../ui/passphrase/work';
import { gather } from './parts';
import { madeWords, notWritten } from './words';

export type Made =
  | { readonly ok: true; readonly words: string }
  | { readonly ok: false; readonly complaint: Complaint };

const told = (failure: Failure): Made => ({ ok: false, complaint: { problem: failureWords(failure) } });

export async function makeBackup(
  passphrase: string,
  onProgress: (progress: Progress | null) => void,
): Promise<Made> {
  const gathered = await gather((ask) => send('ui:backup-tokens', ask), onProgress);
  onProgress(null);
  if (!gathered.ok) return told(gathered.failure);
  const notes = await send('ui:backup-notes', null);
  if (!notes.ok) return told(notes.failure);
  const { tokens } = gathered;
  const written = await withSlots((slots) => writeBackup({ tokens, notes: notes.value, slots }, passphrase), {
    wrong: text('backup_wrong'),
    failed: { problem: notWritten() },
  });
  if (!written.ok) return written;
  download(written.value, backupName(new Date()));
  // The file is there whether or not this is noted: unnoted, one more backup is asked for than is needed.
  await send('ui:backed-up', null);
  return { ok: true, words: madeWords(tokens.length, await unreadable()) };
}

/** How many records are there, and cannot be opened. */
export async function unreadable(): Promise<number> {
  const answer = await send('ui:problems', null);
  return answer.ok ? answer.value.problems.filter(({ failure }) => failure !== 'missing').length : 0;
}
