/** At every start of the background: what a stopped worker or an update left half done is finished. */
import { sealedIds } from '../storage/records';
import { entries } from './entry';
import { sealWaiting, settle } from './saving';

export async function reconcile(): Promise<void> {
  const held = await entries();
  if (held.length === 0) return;
  const committed = new Set(await sealedIds('records'));
  // The worker stopped between the commit and the note of it: the token is saved.
  for (const entry of held) if (committed.has(entry.id)) await settle(entry);
  await sealWaiting();
}
