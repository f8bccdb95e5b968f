/** From seen to saved. "Saved" means: committed to the vault's store, and read back. */
import type { Seen, SightingState } from '../messages/protocol';
import { Refusal, type PageSender } from '../messages/receive';
import { commitRecord, putSealed, readSealed } from '../storage/records';
import { dropEntry, entries, entryOf, putEntry, putSaved, savedOf, sealEntry, type Entry } from './entry';
import { hold, savedState } from './held';
import { writeAgain } from './open-vault';
import { copyFollows } from './second-copy';
import { header, refuseTrouble, standing } from './standing';

/** Within this time after Save the same document may still complete the details (Speckle's row arrives late). */
const LATE_DETAILS_MS = 60_000;

/**
 * Saves what a page shows, locked or not. Without a vault the token waits in memory and is saved the
 * moment the vault exists. A repeated Save changes nothing: the id was chosen when the token was held.
 */
export async function save(seen: Seen, from: PageSender): Promise<{ id: string; sighting: SightingState }> {
  const [{ entry, state }, vault] = await Promise.all([hold(seen, from), header()]);
  if (!vault) {
    await refuseIfBroken();
    await putEntry({ ...entry, state: 'waits-for-vault', secret: seen.secret });
    return { id: entry.id, sighting: { state: 'waits-for-vault' } };
  }
  if (state.state === 'saved') {
    await addLateDetails(vault.recipient, entry, seen.secret);
    // A Save that was asked a second time, because the worker stopped: it is this one that saved it.
    return { id: entry.id, sighting: { ...state, before: null } };
  }
  await commit(entry.id, await sealEntry(vault.recipient, entry, seen.secret));
  return { id: entry.id, sighting: await settle(entry) };
}

/**
 * What is sealed to a replaced key is somebody else's: it is held until the vault is repaired. The prompt
 * says `broken` alone in words of its own, and leads to the popup, which says why.
 */
async function refuseIfBroken(): Promise<void> {
  if ((await standing()).trouble !== null) throw new Refusal('broken');
}

/**
 * On the disk, and read back. The second copy follows; nobody waits for it. The id is one of this session's
 * memory: what is there already is this token's own.
 */
async function commit(id: string, sealed: Uint8Array): Promise<void> {
  await commitRecord(id, sealed, 'next');
  void copyFollows('records', new Map([[id, sealed]]));
}

/**
 * The same for what was held on the disk, where somebody else may have put it, under any id: a saved token's
 * is refused with `locked`, and once the vault is open it gets one of its own (`orphans.ts`).
 */
async function commitHeld(id: string, sealed: Uint8Array): Promise<void> {
  if (!(await commitRecord(id, sealed, 'first'))) throw new Refusal('locked');
  void copyFollows('records', new Map([[id, sealed]]));
}

/** Save froze the details; for a minute the document it came from may resend the whole record. */
async function addLateDetails(recipient: string, entry: Entry, secret: string): Promise<void> {
  const saved = await savedOf(entry.id);
  const sameDocument = saved?.documentId != null && saved.documentId === entry.documentId;
  if (!saved || !sameDocument || Date.now() - Date.parse(saved.savedAt) > LATE_DETAILS_MS) return;
  if (JSON.stringify(entry.details) === JSON.stringify(saved.details)) return;
  const sealed = await sealEntry(recipient, entry, secret);
  const written = await writeAgain(entry.id, saved.savedAt, () => commit(entry.id, sealed));
  if (written) await putSaved(entry.id, { ...saved, details: entry.details });
}

/** Notes that a record is committed, and ends its holding. */
export async function settle(entry: Entry): Promise<SightingState> {
  const { origin, documentId, details, seenAt } = entry;
  const saved = { savedAt: new Date().toISOString(), seenAt, origin, documentId, details };
  const [state] = await Promise.all([savedState(), putSaved(entry.id, saved), dropEntry(entry.id)]);
  return state;
}

/** Saves from the rescue list, locked or not: what was sealed when it was seen is moved as it is. */
export async function saveHeld(id: string): Promise<SightingState> {
  const saved = await savedOf(id);
  if (saved) return savedState();
  const entry = await entryOf(id);
  const vault = await header();
  if (!vault) {
    await refuseTrouble();
    if (!entry?.secret) throw new Refusal('not-held');
    await putEntry({ ...entry, state: 'waits-for-vault' });
    return { state: 'waits-for-vault' };
  }
  if (entry?.secret) {
    await commit(id, await sealEntry(vault.recipient, entry, entry.secret));
  } else {
    const sealed = await readSealed('held', id);
    if (!sealed) throw new Refusal('not-held');
    await commitHeld(id, sealed);
  }
  if (entry) return settle(entry);
  return { state: 'saved', locked: true, before: null };
}

/** Seals what waits in memory, once a vault exists: saves where Save was clicked, holds the rest, but for what is to stay in memory. */
export async function sealWaiting(): Promise<void> {
  const vault = await header();
  if (!vault) return;
  for (const entry of await entries()) {
    const waits = entry.state === 'waits-for-vault';
    if (entry.secret === null || ((entry.byHand || entry.incognito) && !waits)) continue;
    const sealed = await sealEntry(vault.recipient, entry, entry.secret);
    if (waits) {
      await commit(entry.id, sealed);
      await settle(entry);
    } else {
      await putSealed('held', entry.id, sealed);
      await putEntry({ ...entry, secret: null });
    }
  }
}
