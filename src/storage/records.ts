/**
 * IndexedDB of the extension's origin. Everything in it is ciphertext, but for the header's public key
 * and random ids: no host, time or type is in clear. Records are written with `strict` durability: "Saved" means
 * flushed to the disk, not only handed to the system.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** Stores of sealed bytes, each keyed by record id. */
export type SealedStore = 'records' | 'held' | 'notes';

interface Schema extends DBSchema {
  vault: { key: 'header'; value: unknown };
  records: { key: string; value: Uint8Array };
  held: { key: string; value: Uint8Array };
  notes: { key: string; value: Uint8Array };
}

const NAME = 'seenonce';
const VERSION = 1;
const STRICT = { durability: 'strict' } as const;

let opened: Promise<IDBPDatabase<Schema>> | null = null;

function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      for (const store of ['vault', 'records', 'held', 'notes'] as const) db.createObjectStore(store);
    },
    terminated: reset,
    blocking: reset,
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

function reset() {
  void closeStorage();
}

/** Closes the database; the next use opens it again. */
export async function closeStorage(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing)?.close();
}

/** The stored header as it is, or `undefined` if there is no vault. */
export async function readStoredHeader(): Promise<unknown> {
  return (await database()).get('vault', 'header');
}

/** Adds the header in one transaction. `false`: there is one already, and nothing was changed. */
export async function addHeader(header: unknown): Promise<boolean> {
  const tx = (await database()).transaction('vault', 'readwrite', STRICT);
  const exists = (await tx.store.getKey('header')) !== undefined;
  if (!exists) await tx.store.add(header, 'header');
  await tx.done;
  return !exists;
}

/** @returns the sealed bytes under `id`, or `undefined` */
export async function readSealed(store: SealedStore, id: string): Promise<Uint8Array | undefined> {
  return (await database()).get(store, id);
}

/** All ids of a store, in no meaningful order. */
export async function sealedIds(store: SealedStore): Promise<string[]> {
  return (await database()).getAllKeys(store);
}

export async function putSealed(store: SealedStore, id: string, sealed: Uint8Array): Promise<void> {
  await (await database()).put(store, sealed, id);
}

export async function deleteSealed(store: SealedStore, ids: readonly string[]): Promise<void> {
  const tx = (await database()).transaction(store, 'readwrite', STRICT);
  await Promise.all(ids.map((id) => tx.store.delete(id)));
  await tx.done;
}

/**
 * Commits a record and ends its holding, in one transaction, then reads it back in another.
 * @throws Error if what was read back is not what was written
 */
export async function commitRecord(id: string, sealed: Uint8Array): Promise<void> {
  const db = await database();
  const tx = db.transaction(['records', 'held'], 'readwrite', STRICT);
  await Promise.all([tx.objectStore('records').put(sealed, id), tx.objectStore('held').delete(id), tx.done]);
  const stored = await db.get('records', id);
  const same = stored?.length === sealed.length && stored.every((byte, i) => byte === sealed[i]);
  if (!same) throw new Error('The browser did not give back what was written.');
}
