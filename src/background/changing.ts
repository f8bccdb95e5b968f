/** Tasks that change what is held, saved, open or watched run one after the other, and the toolbar is drawn after each. */
import { withheldWords } from './access';
import { endingSoon } from './ends';
import { heldTokens } from './held';
import { queue } from './queue';
import { drawToolbar } from './toolbar';
import { vaultState } from './unlock';

export const inTurn = queue();
/** One picture after the other: of two at once the older could be drawn last. */
const inSequence = queue();

/** Runs a task that changes what is held, saved, open or watched, in turn, and redraws the toolbar after it. */
export function changing<T>(task: () => Promise<T>): Promise<T> {
  return inTurn(async () => {
    try {
      return await task();
    } finally {
      // Not waited for: an acknowledgement is worth more than a picture of it.
      void inSequence(redraw);
    }
  });
}

async function redraw(): Promise<void> {
  try {
    const [held, vault, kept, ending] = await Promise.all([
      heldTokens(),
      vaultState(),
      withheldWords(),
      endingSoon(new Date()),
    ]);
    await drawToolbar({ waiting: held.length, vault, withheld: kept, ending });
  } catch {
    // The mark is a courtesy; a browser whose storage fails says so where it matters.
  }
}
