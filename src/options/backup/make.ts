/** Making a backup: everything is gathered, sealed in the passphrase worker, and handed to the browser. */
import { send } from '../../browser';
import type { Progress } from '../../messages/protocol';
import { backupName, download } from '../../ui/download';
import { FAILURES, type FailureWords } from '../../ui/failure';
import { writeBackup } from '../../ui/passphrase/work';
import { gather } from './parts';
import { madeWords, NOT_WRITTEN, WRONG_PASSPHRASE } from './words';

export type Made =
  | { readonly ok: true; readonly words: string }
  | { readonly ok: false; readonly wrong: string }
  | { readonly ok: false; readonly problem: FailureWords };

export async function makeBackup(
  passphrase: string,
  onProgress: (progress: Progress | null) => void,
): Promise<Made> {
  const slots = await send('ui:slots', null);
  if (!slots.ok) return { ok: false, problem: FAILURES[slots.failure] };
  const gathered = await gather((ask) => send('ui:backup-tokens', ask), onProgress);
  onProgress(null);
  if (!gathered.ok) return { ok: false, problem: FAILURES[gathered.failure] };
  const notes = await send('ui:backup-notes', null);
  if (!notes.ok) return { ok: false, problem: FAILURES[notes.failure] };
  const { tokens } = gathered;
  try {
    const what = { tokens, notes: notes.value, slots: slots.value.passphrase };
    const bytes = await writeBackup(what, passphrase);
    if (bytes === null) return { ok: false, wrong: WRONG_PASSPHRASE };
    download(bytes, backupName(new Date()));
  } catch {
    return { ok: false, problem: NOT_WRITTEN };
  }
  // The file is there whether or not this is noted: unnoted, one more backup is asked for than is needed.
  await send('ui:backed-up', null);
  return { ok: true, words: madeWords(tokens.length, await unreadable()) };
}

/** How many records are there, and cannot be opened. */
async function unreadable(): Promise<number> {
  const answer = await send('ui:problems', null);
  return answer.ok ? answer.value.problems.filter(({ failure }) => failure !== 'missing').length : 0;
}
