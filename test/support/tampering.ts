/**
 * What somebody who has the profile's files can do to the stored vault, done from one of our own pages:
 * the database and the second copy alike. The background is to be stopped afterwards, as it keeps in
 * memory what it has read.
 */
import { until, type Tab } from './driver';

/** The object stores `vault` and `records`, and `copy`: the second copy, parsed. */
const OPENED = `
  const db = await new Promise((resolve, reject) => {
    const open = indexedDB.open('seenonce');
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const answered = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const file = await (await navigator.storage.getDirectory()).getFileHandle('vault.json');
  // The background writes it anew at any time: what was being read is then no longer there, and what is, is read.
  const whole = async () => {
    for (;;)
      try {
        return await (await file.getFile()).text();
      } catch (error) {
        if (error.name !== 'NotReadableError') throw error;
      }
  };
  const lines = (await whole()).split('\\n').map((line) => JSON.parse(line));
  const copy = Object.assign({}, ...lines);
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const tx = db.transaction(['vault', 'records'], 'readwrite', { durability: 'strict' });
  const committed = new Promise((resolve, reject) => {
    tx.oncomplete = resolve;
    tx.onabort = () => reject(tx.error);
  });
  const vault = tx.objectStore('vault');
  const records = tx.objectStore('records');`;
const COPIED = `
  const writable = await file.createWritable();
  const { v, headers, ...sealed } = copy;
  await writable.write([{ v, headers }, sealed].map((line) => JSON.stringify(line)).join('\\n'));
  await writable.close();`;

/** Runs a script on both; on the second copy only if it is to be `written`, as the background writes it too. */
function onStored<T>(own: Tab, script: string, written: boolean): Promise<T> {
  return own.run<T>(`(async () => {${OPENED}
  const result = await (async () => {${script}})();
  await committed;
  db.close();${written ? COPIED : ''}
  return result;
})()`);
}

/** Is the record in both copies? The second follows the first. */
const isCopied = (own: Tab, id: string) =>
  until('the second copy of the record', async () => (await storedIds(own)).copy.includes(id));

/** The ids of all records, in the database and in the second copy. */
export function storedIds(own: Tab): Promise<{ database: string[]; copy: string[] }> {
  return onStored(
    own,
    `return { database: (await answered(records.getAllKeys())).sort(), copy: Object.keys(copy.records).sort() };`,
    false,
  );
}

/** Flips a byte of a record's payload in both copies. Gives the bytes as they are now, base64. */
export async function damageRecord(own: Tab, id: string): Promise<string> {
  await isCopied(own, id);
  return onStored<string>(
    own,
    `const id = ${JSON.stringify(id)};
    const bytes = await answered(records.get(id));
    bytes[bytes.length - 40] ^= 1;
    records.put(bytes, id);
    copy.records[id] = { base64: base64(bytes) };
    return copy.records[id].base64;`,
    true,
  );
}

/** Deletes a record from both copies. */
export async function deleteRecord(own: Tab, id: string): Promise<void> {
  await isCopied(own, id);
  await onStored(
    own,
    `records.delete(${JSON.stringify(id)});
    delete copy.records[${JSON.stringify(id)}];`,
    true,
  );
}

/** Deletes the header from the database; its second copy stays. */
export async function deleteHeader(own: Tab): Promise<void> {
  await onStored(own, `vault.delete('header');`, false);
}

/** Puts another public key in the place of the vault's, in the database. */
export async function replaceRecipient(own: Tab, recipient: string): Promise<void> {
  await onStored(
    own,
    `const header = await answered(vault.get('header'));
    vault.put({ ...header, recipient: ${JSON.stringify(recipient)} }, 'header');`,
    false,
  );
}

/** The vault's public key, which stands in clear. */
export function storedRecipient(own: Tab): Promise<string> {
  return onStored(own, `return (await answered(vault.get('header'))).recipient;`, false);
}

/** An order to seal everything to another key, as whoever has the public key can write one. Bytes are base64. */
export type Order = {
  readonly recipient: string;
  readonly slot: string;
  readonly id: string;
  readonly sealed: string;
};

/** Writes it into the database. */
export async function writeOrder(own: Tab, order: Order): Promise<void> {
  await onStored(
    own,
    `const { recipient, slot, id, sealed } = ${JSON.stringify(order)};
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const { vaultId } = await answered(vault.get('header'));
    const slots = [{ type: 'passphrase', data: bytes(slot), created: new Date().toISOString() }];
    vault.put({ header: { v: 1, vaultId, recipient, slots }, id, sealed: bytes(sealed) }, 'next');`,
    false,
  );
}
