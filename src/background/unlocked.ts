/** What an unlock makes possible, done after it was answered: a stopped worker does it at its next start. */
import { forget, recall } from '../storage/session';
import { checkAll, agreeOnHeader } from './checking';
import { openVault } from './open-vault';
import { inTurn } from './changing';
import { adoptOrphans, settleSaved } from './orphans';
import { learnEnds } from './reminders';
import { goOn } from './reseal';
import { identity, UNFINISHED } from './unlock';

/** Lists what was saved while it was locked, checks what is stored, and goes on with what was left undone. Never throws. */
export async function afterUnlock(): Promise<void> {
  try {
    await inTurn(adoptOrphans);
    await openVault();
    await inTurn(settleSaved);
    await learnEnds();
    await checkAll();
    await inTurn(agreeOnHeader);
    await goOn();
    await forget(UNFINISHED);
  } catch {
    // Locked meanwhile, or the disk is full: the next unlock does it. What is wrong is told where it is asked for.
  }
}

/** The page that unlocked asks for the list at once: what else follows comes after that. */
const ANSWERS_FIRST_MS = 1_000;

/** From here, and not from where the identity is at hand: a timer keeps alive what its function can see. */
export function afterUnlockSoon(): void {
  setTimeout(() => void afterUnlock(), ANSWERS_FIRST_MS);
}

/** At a start of the background. */
export async function goOnAfterUnlock(): Promise<void> {
  if ((await recall<true>(UNFINISHED)) && (await identity())) await afterUnlock();
}
