/** "Start over with a new key" while it is under way, in words. */
import type { Progress } from '../messages/protocol';
import { counted } from '../text/text';
import { grouped } from './time';

/** While the vault is unlocked. */
export function sealingWords({ done, of }: Progress): string {
  return counted('resealing_sealing', of, { done: grouped(done) });
}

/** While it is locked: nothing goes on without the old key. */
export function pausedWords({ done, of }: Progress): string {
  return counted('resealing_paused', of, { done: grouped(done) });
}
