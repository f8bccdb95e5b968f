import { empty, read } from './board';
import { isMarked, type Mark } from './mark';

/** `other`: something else is there by now, and stays. `failed`: the browser did not let it be cleared. */
export type Cleared = 'cleared' | 'other' | 'failed';

/**
 * Clears the clipboard. Runs in a document.
 * @param mark of what is to be cleared alone; null, or where the browser does not tell what is there: whatever it is
 */
export async function clear(mark: Mark | null): Promise<Cleared> {
  const there = mark && read();
  if (mark && there !== null && !(await isMarked(mark, there))) return 'other';
  return empty() ? 'cleared' : 'failed';
}
