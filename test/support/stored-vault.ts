/** Everything that a stored vault consists of, as bytes: as `test/vaults` keeps it of every release. */
import { base64 } from '@scure/base';
import { openDB } from 'idb';
import { fakeBrowser } from './fake-browser';

/** Bytes in JSON. */
type Bytes = { readonly base64: string };

/** A token that the vault gives when it is open. `secret` is in two parts: nothing that scans for tokens takes it for one. */
export type ExpectedToken = {
  readonly name: string;
  readonly provider: string;
  readonly scopes: readonly string[] | null;
  readonly expires: { readonly at: string } | 'never' | null;
  readonly replaced: boolean;
  readonly secret: readonly [string, string];
};

/** What stands on the disk. */
export type Stored = {
  readonly database: {
    /** IndexedDB's own number. */
    readonly version: number;
    /** Values by key, for each store. */
    readonly stores: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  /** `storage.local`, whole. */
  readonly local: Readonly<Record<string, unknown>>;
  /** The file's lines; `null`: there is no file. */
  readonly secondCopy: readonly string[] | null;
};

/** One file of `test/vaults`; its README says what is what. */
export type ReleasedVault = Stored & {
  readonly version: string;
  readonly passphrase: string;
  readonly backup: Bytes;
  readonly expected: {
    /** In the order of their names. */
    readonly tokens: readonly ExpectedToken[];
    readonly notes: readonly { readonly provider: string; readonly scope: string; readonly text: string }[];
    readonly held: ExpectedToken;
    /** The id of a token that was deleted. */
    readonly deleted: string;
    /** ISO 8601 instant. */
    readonly backedUp: string;
    readonly settings: object;
    readonly sites: object;
  };
};

const NAME = 'seenonce';
const FILE = 'vault.json';

/** The secret of an expected token. */
export const whole = (parts: readonly string[]): string => parts.join('');

/** Bytes as JSON has them, at any depth. */
export function withText(value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: base64.encode(value) } satisfies Bytes;
  return mapped(value, withText);
}

/** The other way round. */
export function withBytes(value: unknown): unknown {
  const keys = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  // The only key, so it is what `withText` made.
  if (keys.length === 1 && keys[0] === 'base64') return base64.decode((value as Bytes).base64);
  return mapped(value, withBytes);
}

function mapped(value: unknown, each: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(each);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, each(item)]));
}

/** All that stands on the disk now, as JSON has it. Opens the database with the version that it has. */
export async function readStored(): Promise<Stored> {
  const db = await openDB(NAME);
  const stores: Record<string, Record<string, unknown>> = {};
  for (const store of db.objectStoreNames) {
    const [keys, values] = await Promise.all([db.getAllKeys(store), db.getAll(store)]);
    stores[store] = Object.fromEntries(keys.map((key, i) => [textOf(key), withText(values[i])]));
  }
  const { version } = db;
  db.close();
  const local = await fakeBrowser.storage.local.get(null);
  return { database: { version, stores }, local, secondCopy: await readLines() };
}

/** Keys are texts; the store `noise`, which is empty between two uses, has numbers. */
const textOf = (key: IDBValidKey) => (typeof key === 'string' ? key : JSON.stringify(key));

async function readLines(): Promise<string[] | null> {
  try {
    const folder = await navigator.storage.getDirectory();
    return (await (await (await folder.getFileHandle(FILE)).getFile()).text()).split('\n');
  } catch {
    return null;
  }
}

/** Puts it on the disk, where nothing is; with IndexedDB's number as it was, so that the upgrade runs. */
export async function putStored({ database, local, secondCopy }: Stored): Promise<void> {
  const { version, stores } = database;
  const db = await openDB(NAME, version, {
    upgrade(made) {
      for (const store of Object.keys(stores)) made.createObjectStore(store);
    },
  });
  for (const [store, values] of Object.entries(stores)) {
    for (const [key, value] of Object.entries(values)) await db.put(store, withBytes(value), key);
  }
  db.close();
  await fakeBrowser.storage.local.set(local);
  if (secondCopy) await putLines(secondCopy);
}

/** Writes the file of the second copy. */
export async function putLines(lines: readonly string[]): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const file = await (await folder.getFileHandle(FILE, { create: true })).createWritable();
  await file.write(lines.join('\n'));
  await file.close();
}
