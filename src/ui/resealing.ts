/** "Start over with a new key" while it is under way, in words. */
import type { Progress } from '../messages/protocol';
import { grouped } from './time';

/** While the vault is unlocked. */
export function sealingWords({ done, of }: Progress): string {
  return `Sealing ${grouped(done)} of ${grouped(of)} tokens to the new key. The old passphrase holds until it is done.`;
}

/** While it is locked: nothing goes on without the old key. */
export function pausedWords({ done, of }: Progress): string {
  return `The new key waits: ${grouped(done)} of ${grouped(of)} tokens are sealed to it. Unlock with the old passphrase, and it goes on.`;
}
