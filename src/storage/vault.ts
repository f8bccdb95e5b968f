/** The vault's own entries in the database: header, index, and the key to come. */
import { database, STRICT, written, type Resealed, type SealedStore } from './database';

/** The stored header as it is, or `undefined` if there is none. */
export async function readStoredHeader(): Promise<unknown> {
  return (await database()).get('vault', 'header');
}

/** Adds header and index in one transaction. `false`: there is a header already, and nothing was changed. */
export async function addHeader(header: unknown, index: Uint8Array): Promise<boolean> {
  const tx = (await database()).transaction('vault', 'readwrite', STRICT);
  const exists = (await tx.store.getKey('header')) !== undefined;
  if (!exists) {
    await tx.store.add(header, 'header');
    await tx.store.put(index, 'index');
  }
  await tx.done;
  return !exists;
}

/** Writes the header, and with it the index that holds its hash, or neither. Capturing goes on if it was stopped. */
export async function putHeader(header: unknown, index: Uint8Array | null): Promise<void> {
  const tx = (await database()).transaction('vault', 'readwrite', STRICT);
  await tx.store.put(header, 'header');
  if (index) await tx.store.put(index, 'index');
  await tx.store.delete('stopped');
  await tx.done;
}

/** The sealed index, or `null` if there is none. */
export async function readStoredIndex(): Promise<Uint8Array<ArrayBuffer> | null> {
  const stored = await (await database()).get('vault', 'index');
  // What comes out of a database is a copy, and no shared memory.
  return stored instanceof Uint8Array ? (stored as Uint8Array<ArrayBuffer>) : null;
}

/**
 * Writes the index, unless it is `null`, deletes records that it lists no more, and writes those that it
 * lists anew, in one transaction.
 */
export async function putIndex(
  index: Uint8Array | null,
  deleted: readonly string[],
  anew: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<void> {
  const tx = (await database()).transaction(['vault', 'records'], 'readwrite', STRICT);
  const records = tx.objectStore('records');
  if (index) await tx.objectStore('vault').put(index, 'index');
  await Promise.all(deleted.map((id) => records.delete(id)));
  await Promise.all([...anew].map(([id, sealed]) => records.put(sealed, id)));
  await tx.done;
  if (deleted.length + anew.size > 0) written();
}

/** When capturing was stopped, ISO 8601, or `null`. */
export async function readStopped(): Promise<string | null> {
  const stored = await (await database()).get('vault', 'stopped');
  return typeof stored === 'string' ? stored : null;
}

/** Stops capturing until the header is written again. */
export async function stop(at: Date): Promise<void> {
  const tx = (await database()).transaction('vault', 'readwrite', STRICT);
  await tx.store.put(at.toISOString(), 'stopped');
  await tx.done;
}

/** The key to come, as it was stored, or `undefined`. */
export async function readNext(): Promise<unknown> {
  return (await database()).get('vault', 'next');
}

/** Begins with a key to come: what was sealed to another one before is dropped. */
export async function putNext(next: unknown): Promise<void> {
  const tx = (await database()).transaction(['vault', 'resealed'], 'readwrite', STRICT);
  await tx.objectStore('resealed').clear();
  await tx.objectStore('vault').put(next, 'next');
  await tx.done;
}

/** Gives up a key to come, with what was sealed to it. */
export async function dropNext(): Promise<void> {
  const tx = (await database()).transaction(['vault', 'resealed'], 'readwrite', STRICT);
  await tx.objectStore('resealed').clear();
  await tx.objectStore('vault').delete('next');
  await tx.done;
}

const keyOf = (store: SealedStore, id: string) => `${store}/${id}`;
const keysOf = (store: SealedStore) => IDBKeyRange.bound(`${store}/`, `${store}0`); // '0' comes after '/'

/** What is sealed to the next key already, of a store: id -> entry. */
export async function readResealed(store: SealedStore): Promise<Map<string, Resealed>> {
  const range = keysOf(store);
  const tx = (await database()).transaction('resealed');
  const [keys, entries] = await Promise.all([tx.store.getAllKeys(range), tx.store.getAll(range)]);
  const found = new Map<string, Resealed>();
  for (const [i, key] of keys.entries()) {
    const entry = entries[i];
    if (entry) found.set(key.slice(store.length + 1), entry);
  }
  return found;
}

/** Adds to it, and takes out what its record was deleted of meanwhile, in one transaction. */
export async function putResealed(
  store: SealedStore,
  added: ReadonlyMap<string, Resealed>,
  gone: readonly string[],
): Promise<void> {
  const tx = (await database()).transaction('resealed', 'readwrite', STRICT);
  for (const [id, entry] of added) void tx.store.put(entry, keyOf(store, id));
  for (const id of gone) void tx.store.delete(keyOf(store, id));
  await tx.done;
}

/** Puts everything that is sealed to the next key in its place, with its header and index: all or nothing. */
export async function switchToNext(header: unknown, index: Uint8Array): Promise<void> {
  const stores = ['records', 'held', 'notes'] as const;
  const tx = (await database()).transaction(['vault', 'resealed', ...stores], 'readwrite', STRICT);
  const resealed = tx.objectStore('resealed');
  for (const store of stores) {
    for (let at = await resealed.openCursor(keysOf(store)); at; at = await at.continue())
      void tx.objectStore(store).put(at.value.sealed, at.key.slice(store.length + 1));
  }
  void resealed.clear();
  const vault = tx.objectStore('vault');
  await Promise.all([vault.put(header, 'header'), vault.put(index, 'index'), vault.delete('next')]);
  await tx.done;
}
