/** What the background left on the disk: taken once, and put back as often as a test begins there. */
import { deleteDB, openDB } from 'idb';

const DATABASE = 'seenonce';
const FILE = 'vault.json';

type Entry = readonly [key: IDBValidKey, value: unknown];
export type Disk = {
  /** By the names of the stores; `null`: there is no database. */
  readonly stores: ReadonlyMap<string, readonly Entry[]> | null;
  /** The second copy; `null`: there is none. */
  readonly copy: string | null;
};

const exists = async () => (await indexedDB.databases()).some(({ name }) => name === DATABASE);
const folder = () => navigator.storage.getDirectory();

async function takeStores(): Promise<Disk['stores']> {
  if (!(await exists())) return null;
  const database = await openDB(DATABASE);
  const stores = new Map<string, Entry[]>();
  for (const name of database.objectStoreNames) {
    const [keys, values] = await Promise.all([database.getAllKeys(name), database.getAll(name)]);
    stores.set(
      name,
      keys.map((key, at) => [key, values[at]] as const),
    );
  }
  database.close();
  return stores;
}

export async function takeDisk(): Promise<Disk> {
  const handle = await (await folder()).getFileHandle(FILE).catch(() => null);
  return { stores: await takeStores(), copy: handle && (await (await handle.getFile()).text()) };
}

async function putStores(stores: NonNullable<Disk['stores']>): Promise<void> {
  const database = await openDB(DATABASE);
  const tx = database.transaction([...stores.keys()], 'readwrite', { durability: 'relaxed' });
  for (const [name, entries] of stores) {
    void tx.objectStore(name).clear();
    for (const [key, value] of entries) void tx.objectStore(name).put(value, key);
  }
  await tx.done;
  database.close();
}

/** No worker may run meanwhile. */
export async function putBack({ stores, copy }: Disk): Promise<void> {
  await (stores ? putStores(stores) : deleteDB(DATABASE));
  if (copy === null) {
    await (await folder()).removeEntry(FILE).catch(() => undefined);
    return;
  }
  const file = await (await (await folder()).getFileHandle(FILE, { create: true })).createWritable();
  await file.write(copy);
  await file.close();
}
