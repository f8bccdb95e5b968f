/** What our pages ask every two seconds: where the vault stands. */
import type { Status } from '../messages/protocol';
import { countSealed } from '../storage/records';
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
  if (await isShut())
    return {
      vault,
      trouble,
      held: await heldTokens(),
      withheld: kept,
      ending,
      count: 0,
      problems: 0,
      backup: null,
      resealing: null,
      clipboard,
      undo: null,
      ...times,
    };
  const open = vault === 'unlocked' ? await openVaultSoFar() : null;
  return {
    vault,
    trouble,
    held: await heldTokens(),
    withheld: kept,
    ending,
    count: await countSealed('records'),
    problems: open ? open.contents.problems.length + open.contents.notices.length : 0,
    backup: open && (await backupState(now)),
    resealing: await resealing(),
    clipboard,
    undo: vault === 'unlocked' ? await undoOffered() : null,
    ...times,
  };
}
