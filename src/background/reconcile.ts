/** At every start of the background: what a stopped worker or an update left half done is finished. */
import { sealedIds } from '../storage/records';
import { entries } from './entry';
import { sweep } from './held';
import { sealWaiting, settle } from './saving';
import { identity } from './unlock';

export async function reconcile(): Promise<void> {
  const committed = new Set(await sealedIds('records'));
  // The worker stopped between the commit and the note of it: the token is saved.
  for (const entry of await entries()) if (committed.has(entry.id)) await settle(entry);
  await sealWaiting();
  await sweep();
  await identity(); // locks if the deadline passed while no worker ran
}
