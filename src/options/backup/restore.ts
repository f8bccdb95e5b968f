/** Restoring: the file is opened in the passphrase worker, and sent to the background part by part. */
import { send } from '../../browser';
import type { BackupNote, BackupToken, Progress } from '../../messages/protocol';
import { failureWords } from '../../ui/failure';
import { readBackup } from '../../ui/passphrase/work';
import { partsOf, restoreAll } from './parts';
import { damageWords, lostName, refusedWords, restoredWords, stoppedWords, type Unread } from './words';

/** What no backup reaches, checked before anything is read into memory, bytes. */
const TOO_LARGE = 64 * 1024 * 1024;

/** What came of a restore, in words. */
export type Restored = {
  readonly ok: true;
  /** Why it stopped on its way, or `null`. */
  readonly stopped: string | null;
  readonly words: string;
  readonly damage: { readonly words: string; readonly lost: readonly string[] } | null;
  readonly refused: string | null;
};

export type Outcome = Restored | { readonly ok: false; readonly failure: Unread };

type Read = Extract<Awaited<ReturnType<typeof readBackup>>, { ok: true }>;

async function openFile(file: File, passphrase: string): Promise<Read | { ok: false; failure: Unread }> {
  if (file.size > TOO_LARGE) return { ok: false, failure: 'too-large' };
  const buffer = await file.arrayBuffer().catch(() => null);
  if (!buffer) return { ok: false, failure: 'no-file' };
  return readBackup(new Uint8Array(buffer), passphrase).catch(
    () => ({ ok: false, failure: 'no-work' }) as const,
  );
}

export async function restoreBackup(
  file: File,
  passphrase: string,
  onProgress: (progress: Progress | null) => void,
): Promise<Outcome> {
  const read = await openFile(file, passphrase);
  if (!read.ok) return read;
  const { damage } = read;
  // What the file says of them is theirs to say: the background checks each, and refuses what is no token.
  const tokens = read.tokens as readonly BackupToken[];
  const notes = read.notes as readonly BackupNote[];
  const sum = await restoreAll(partsOf(tokens, notes), (part) => send('ui:restore', part), onProgress);
  onProgress(null);
  const { stopped, refused } = sum;
  return {
    ok: true,
    stopped: stopped && stoppedWords(stopped.done, tokens.length, failureWords(stopped.failure).what),
    words: restoredWords(sum.added, sum.known),
    damage: damage && { words: damageWords(damage.lost), lost: damage.lost.map(lostName) },
    refused: refused.length === 0 ? null : refusedWords(refused, tokens),
  };
}
