/** Sealed bytes by id: saved records, held tokens, notes. */
import { database, onTerminated, STRICT, timesWritten, written, type SealedStore } from './database';

export type { SealedStore } from './database';

/** @returns the sealed bytes under `id`, or `undefined` */
export async function readSealed(store: SealedStore, id: string): Promise<Uint8Array | undefined> {
  return (await database()).get(store, id);
}

/** The sealed bytes under several ids, in their order, in one transaction. */
export async function readAllSealed(
  store: SealedStore,
  ids: readonly string[],
): Promise<(Uint8Array | undefined)[]> {
  const tx = (await database()).transaction(store);
  return Promise.all(ids.map((id) => tx.store.get(id)));
}

/** All ids of a store, in no meaningful order. */
export async function sealedIds(store: SealedStore): Promise<string[]> {
  return (await database()).getAllKeys(store);
}

export async function countSealed(store: SealedStore): Promise<number> {
  return (await database()).count(store);
}

let lastCount: { readonly at: number; readonly count: number } | null = null;
onTerminated(() => {
  lastCount = null;
});

/** How many records there are. Counted once after each change: every page asks again and again, and 10,000 take 8 ms. */
export async function countRecords(): Promise<number> {
  const at = timesWritten();
  if (lastCount?.at === at) return lastCount.count;
  const count = await countSealed('records');
  lastCount = { at, count };
  return count;
}

export async function putSealed(store: SealedStore, id: string, sealed: Uint8Array): Promise<void> {
  await (await database()).put(store, sealed, id);
  written();
}

export async function deleteSealed(store: SealedStore, ids: readonly string[]): Promise<void> {
  const tx = (await database()).transaction(store, 'readwrite', STRICT);
  await Promise.all(ids.map((id) => tx.store.delete(id)));
  await tx.done;
  written();
}

/**
 * Commits a record and ends its holding, in one transaction, then reads it back in another.
 * @param as `first`: there is no record with this id yet; `next`: or it is this one's version of before
 * @returns `false`: there is one, and nothing was changed
 * @throws Error if what was read back is not what was written
 */
export async function commitRecord(id: string, sealed: Uint8Array, as: 'first' | 'next'): Promise<boolean> {
  const db = await database();
  const tx = db.transaction(['records', 'held'], 'readwrite', STRICT);
  const records = tx.objectStore('records');
  if (as === 'first' && (await records.getKey(id)) !== undefined) return false;
  await Promise.all([records.put(sealed, id), tx.objectStore('held').delete(id), tx.done]);
  written();
  const stored = await db.get('records', id);
  const same = stored?.length === sealed.length && stored.every((byte, i) => byte === sealed[i]);
  if (!same) throw new Error('The browser did not give back what was written.');
  return true;
}

/** Moves a held token to an id of its own, in one transaction. */
export async function moveHeld(from: string, to: string, sealed: Uint8Array): Promise<void> {
  const tx = (await database()).transaction('held', 'readwrite', STRICT);
  await Promise.all([tx.store.put(sealed, to), tx.store.delete(from), tx.done]);
  written();
}

/** Adds records and notes that are not there yet, all or none. What has an id that is taken stays as it is. */
export async function addSealed(
  added: Readonly<Record<'records' | 'notes', ReadonlyMap<string, Uint8Array>>>,
): Promise<void> {
  const tx = (await database()).transaction(['records', 'notes'], 'readwrite', STRICT);
  for (const store of ['records', 'notes'] as const) {
    const kept = tx.objectStore(store);
    for (const [id, sealed] of added[store]) {
      if ((await kept.getKey(id)) === undefined) await kept.put(sealed, id);
    }
  }
  await tx.done;
  written();
}

/** More than Chromium's log of 4 MB, so that it begins a new one; values of 64 KiB or more would go into files beside it. */
const ROTATION = { pieces: 110, bytes: 60_000 };

/**
 * Makes the browser begin a new log. After a cut one Chromium 156 goes on writing behind the torn end, and
 * what stands there is lost at a later start, although it was committed and read back (measured, 2026-11).
 */
export async function rotateLog(): Promise<void> {
  const db = await database();
  const tx = db.transaction('noise', 'readwrite', STRICT);
  for (let piece = 0; piece < ROTATION.pieces; piece += 1) {
    // Random, because zeros would be compressed away.
    void tx.store.put(crypto.getRandomValues(new Uint8Array(ROTATION.bytes)), piece);
  }
  await tx.done;
  await db.clear('noise');
}
