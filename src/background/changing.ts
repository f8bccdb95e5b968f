/** Tasks that change what is held, saved or open run one after the other, and the toolbar is drawn after each. */
import { heldTokens } from './held';
import { queue } from './queue';
import { drawToolbar } from './toolbar';
import { vaultState } from './unlock';

export const inTurn = queue();

/** Runs a task that changes what is held, saved or open, in turn, and redraws the toolbar after it. */
export function changing<T>(task: () => Promise<T>): Promise<T> {
  return inTurn(async () => {
    try {
      return await task();
    } finally {
      // Not waited for: an acknowledgement is worth more than a picture of it.
      void redraw();
    }
  });
}

async function redraw(): Promise<void> {
  try {
    await drawToolbar((await heldTokens()).length, await vaultState());
  } catch {
    // The mark is a courtesy; a browser whose storage fails says so where it matters.
  }
}
