/** At every start of the background: what a stopped worker or an update left half done is finished. */
import { readAllSealed } from '../storage/records';
import { recall, remember } from '../storage/session';
import { entries } from './entry';
import { sealWaiting, settle } from './saving';
import { putBackWhatIsLost } from './second-copy';
import { standing } from './standing';
import { PUT_BACK } from './stored-index';

/** Set once the two copies of the vault were compared: a database is damaged between two browsers. */
const COMPARED = 'copies-compared';

export async function reconcile(): Promise<void> {
  await compareCopies();
  const held = await entries();
  if (held.length === 0) return;
  const committed = await readAllSealed(
    'records',
    held.map(({ id }) => id),
  );
  // The worker stopped between the commit and the note of it: the token is saved.
  for (const [i, entry] of held.entries()) if (committed[i]) await settle(entry);
  await sealWaiting();
}

/** Once per start of the browser. A vault without its header waits for its repair. */
async function compareCopies(): Promise<void> {
  if (await recall<true>(COMPARED)) return;
  const { header, trouble } = await standing();
  if (!header || trouble !== null) return;
  const ids = await putBackWhatIsLost(header);
  await remember(COMPARED, true);
  if (ids.length > 0) await remember(PUT_BACK, ids);
}
