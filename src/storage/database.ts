/**
 * IndexedDB of the extension's origin. Everything in it is ciphertext, but for the header's public key
 * and random ids: no host, time or type is in clear. What must survive is written with `strict`
 * durability: flushed to the disk, not only handed to the system.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** Stores of sealed bytes, each keyed by record id. */
export type SealedStore = 'records' | 'held' | 'notes';

/** A record that is sealed to the next key, and not in its place yet. */
export type Resealed = {
  readonly sealed: Uint8Array;
  /** SHA-256 of the bytes that it will take the place of, and of its own. */
  readonly of: string;
  readonly hash: string;
  /** Under the next key; empty where nothing is fingerprinted. */
  readonly fingerprint: string;
  /** Of the key that is given up: nobody else made this (`vault/orders.ts`). Versions before 0.2 wrote none. */
  readonly mark?: Uint8Array;
};

interface Schema extends DBSchema {
  /** `header`, `index`, `stopped` (when capturing was stopped), `next` (the key to come). */
  vault: { key: 'header' | 'index' | 'stopped' | 'next'; value: unknown };
  records: { key: string; value: Uint8Array };
  held: { key: string; value: Uint8Array };
  notes: { key: string; value: Uint8Array };
  /** Keyed by store and id. */
  resealed: { key: string; value: Resealed };
  /** Nothing but room: see `rotateLog`. */
  noise: { key: number; value: Uint8Array };
}

export type Database = IDBPDatabase<Schema>;

const NAME = 'seenonce';
const VERSION = 2;
export const STRICT = { durability: 'strict' } as const;

let opened: Promise<Database> | null = null;

let times = 0;

/** How often sealed bytes were written or deleted since the background started: what is older than that is compared again. */
export const timesWritten = (): number => times;

export function written(): void {
  times += 1;
}

const listeners: (() => void)[] = [];

/**
 * Calls back when the browser ended the connection by itself. Chromium does so when it meets a damaged
 * block, and gives an empty database at the next opening (measured in 156, 2026-11).
 */
export function onTerminated(listener: () => void): void {
  listeners.push(listener);
}

/** The database, opened once per start of the background. */
export function database(): Promise<Database> {
  opened ??= openDB<Schema>(NAME, VERSION, {
    upgrade(db) {
      const missing = STORES.filter((store) => !db.objectStoreNames.contains(store));
      for (const store of missing) db.createObjectStore(store);
    },
    terminated() {
      reset();
      for (const listener of listeners) listener();
    },
    blocking: reset,
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Version 1 had the first four. A store is only ever added. */
const STORES = ['vault', 'records', 'held', 'notes', 'resealed', 'noise'] as const;

/** Whether a later version made the database: the browser does not open it with a lower number, and leaves it as it is. */
export const isOfNewer = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'VersionError';

function reset() {
  void closeStorage();
}

/** Closes the database; the next use opens it again. */
export async function closeStorage(): Promise<void> {
  const closing = opened;
  opened = null;
  (await closing)?.close();
}
