/** The extension's database, from one of its own pages. */
import type { Tab } from './driver';

export type Stored = { readonly slot: string; readonly records: readonly string[] };

const STORED = `(async () => {
  const db = await new Promise((resolve) => { const open = indexedDB.open('seenonce'); open.onsuccess = () => resolve(open.result); });
  const get = (store) => new Promise((resolve) => { const all = db.transaction(store).objectStore(store).getAll(); all.onsuccess = () => resolve(all.result); });
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const [header] = await get('vault');
  return { slot: base64(header.slots[0].data), records: (await get('records')).map(base64) };
})()`;

/** All sealed records and the first slot, as they are stored: base64. */
export function storedBytes(own: Tab): Promise<Stored> {
  return own.run<Stored>(STORED);
}

/** What a careless extension would do: keeps a text, in clear, in a database of its own. */
export async function storeInClear(own: Tab, key: string, value: string): Promise<void> {
  await own.run(`(async () => {
    const db = await new Promise((resolve) => {
      const open = indexedDB.open('control');
      open.onupgradeneeded = () => open.result.createObjectStore('control');
      open.onsuccess = () => resolve(open.result);
    });
    await new Promise((resolve) => {
      const tx = db.transaction('control', 'readwrite', { durability: 'strict' });
      tx.objectStore('control').put(${JSON.stringify(value)}, ${JSON.stringify(key)});
      tx.oncomplete = resolve;
    });
    db.close();
  })()`);
}

/** The ids of held tokens that are on the disk. */
export function heldOnDisk(own: Tab): Promise<readonly string[]> {
  return own.run<string[]>(`(async () => {
    const db = await new Promise((resolve) => { const open = indexedDB.open('seenonce'); open.onsuccess = () => resolve(open.result); });
    const ids = await new Promise((resolve) => {
      const all = db.transaction('held').objectStore('held').getAllKeys();
      all.onsuccess = () => resolve(all.result);
    });
    db.close();
    return ids;
  })()`);
}
