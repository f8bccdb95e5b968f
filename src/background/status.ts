/** What our pages ask every two seconds: where the vault stands. */
import type { Status } from '../messages/protocol';
import { countRecords } from '../storage/records';
import { withheld } from './access';
import { backupState } from './backup';
import { clipboardState } from './clipboard';
import { undoOffered } from './deleting';
import { endingSoon } from './ends';
import { heldTokens } from './held';
import { openVaultSoFar } from './open-vault';
import { resealing } from './reseal';
import { isShut, standing } from './standing';
import { lockTimes, vaultState } from './unlock';

/** What stands in the database, where it can be opened. */
type Stored = Pick<Status, 'count' | 'problems' | 'backup' | 'resealing' | 'undo'>;

const NOTHING_STORED: Stored = { count: 0, problems: 0, backup: null, resealing: null, undo: null };

async function stored(vault: Status['vault'], now: Date): Promise<Stored> {
  if (await isShut()) return NOTHING_STORED;
  const open = vault === 'unlocked' ? await openVaultSoFar() : null;
  const [count, backup, moving, undo] = await Promise.all([
    countRecords(),
    open && backupState(now),
    resealing(),
    vault === 'unlocked' ? undoOffered() : null,
  ]);
  const problems = open ? open.contents.problems.length + open.contents.notices.length : 0;
  return { count, problems, backup, resealing: moving, undo };
}

/** Answers also where the database cannot be opened at all. */
export async function status(): Promise<Status> {
  const { trouble } = await standing();
  const now = new Date();
  const [vault, times, kept, ending, clipboard] = await Promise.all([
    vaultState(),
    lockTimes(),
    withheld(),
    endingSoon(now),
    clipboardState(),
  ]);
  const [held, inDatabase] = await Promise.all([heldTokens(), stored(vault, now)]);
  return { vault, trouble, held, withheld: kept, ending, clipboard, ...inDatabase, ...times };
}
