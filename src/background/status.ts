/** What our pages ask every two seconds: where the vault stands. */
import type { Status } from '../messages/protocol';
import { countSealed } from '../storage/records';
import { withheld } from './access';
import { backupState } from './backup';
import { undoOffered } from './deleting';
import { heldTokens } from './held';
import { openVaultSoFar } from './open-vault';
import { resealing } from './reseal';
import { isShut, standing } from './standing';
import { lockTimes, vaultState } from './unlock';

/** Answers also where the database cannot be opened at all. */
export async function status(): Promise<Status> {
  const { trouble } = await standing();
  const [vault, times, kept] = await Promise.all([vaultState(), lockTimes(), withheld()]);
  if (await isShut())
    return {
      vault,
      trouble,
      held: await heldTokens(),
      withheld: kept,
      count: 0,
      problems: 0,
      backup: null,
      resealing: null,
      undo: null,
      ...times,
    };
  const open = vault === 'unlocked' ? await openVaultSoFar() : null;
  return {
    vault,
    trouble,
    held: await heldTokens(),
    withheld: kept,
    count: await countSealed('records'),
    problems: open ? open.contents.problems.length + open.contents.notices.length : 0,
    backup: open && (await backupState(new Date())),
    resealing: await resealing(),
    undo: vault === 'unlocked' ? await undoOffered() : null,
    ...times,
  };
}
