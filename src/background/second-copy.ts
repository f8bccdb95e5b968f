/**
 * Keeps the second copy of the vault like the first, and puts back what the first has lost. Records need
 * no key for that: both sides are sealed, and what is put back is checked when the vault is open. The
 * header is put back only when the user asks for it (`repair.ts`).
 */
import { addSealed, readAllSealed, rotateLog, sealedIds } from '../storage/records';
import { changeSecondCopy, readHeaderCopies, readSecondCopy } from '../storage/second-copy';
import { readHeader, type Header } from '../vault/vault';

const STORES = ['records', 'notes'] as const;
type Copied = (typeof STORES)[number];

/** The headers in the copy that can be read: one, or two after one took the place of another. */
export async function headerCopies(): Promise<Header[]> {
  return (await readHeaderCopies()).flatMap((stored) => {
    const read = readHeader(stored);
    return typeof read === 'string' ? [] : [read];
  });
}

export async function copyHeader(...headers: readonly Header[]): Promise<void> {
  await changeSecondCopy((copy) => ({ ...copy, headers }));
}

/** Sealed bytes by id, or `null` for what is gone. */
export type Changes = ReadonlyMap<string, Uint8Array | null>;

/** What the copy does not say yet. */
const behind = { records: new Map<string, Uint8Array | null>(), notes: new Map<string, Uint8Array | null>() };

/**
 * Something was written or deleted: the copy follows. Not waited for where somebody waits for "Saved".
 * The file is written as a whole: what comes while one is written goes into the next.
 */
export async function copyFollows(store: Copied, changes: Changes): Promise<void> {
  for (const [id, sealed] of changes) behind[store].set(id, sealed);
  if (changes.size === 0) return;
  await changeSecondCopy((copy) => {
    if (behind.records.size + behind.notes.size === 0) return copy;
    const [records, notes] = STORES.map((each) => caughtUp(copy[each], behind[each]));
    return { ...copy, records: records ?? copy.records, notes: notes ?? copy.notes };
  });
}

function caughtUp(
  copied: ReadonlyMap<string, Uint8Array>,
  changes: Map<string, Uint8Array | null>,
): ReadonlyMap<string, Uint8Array> {
  const now = new Map(copied);
  for (const [id, sealed] of changes) {
    if (sealed) now.set(id, sealed);
    else now.delete(id);
  }
  changes.clear();
  return now;
}

/** These are gone. */
export const without = (ids: readonly string[]): Changes => new Map(ids.map((id) => [id, null]));

/** Everything was sealed to another key: the copy begins anew. */
export async function copyAnew(header: Header): Promise<void> {
  const [records, notes] = await Promise.all(STORES.map(allOf));
  await changeSecondCopy(() => ({
    headers: [header],
    records: records ?? new Map<string, Uint8Array>(),
    notes: notes ?? new Map<string, Uint8Array>(),
  }));
}

/**
 * Makes both alike: what only the copy has is put back, what only the database has is copied.
 * @returns the ids of the records that were put back
 */
export async function putBackWhatIsLost(header: Header): Promise<string[]> {
  const copy = await readSecondCopy();
  const lost = { records: new Map<string, Uint8Array>(), notes: new Map<string, Uint8Array>() };
  const uncopied = { records: new Map<string, Uint8Array>(), notes: new Map<string, Uint8Array>() };
  for (const store of STORES) {
    const ids = await sealedIds(store);
    const present = new Set(ids);
    const copied = copy?.[store] ?? new Map<string, Uint8Array>();
    for (const [id, sealed] of copied) if (!present.has(id)) lost[store].set(id, sealed);
    for (const [id, sealed] of await some(
      store,
      ids.filter((each) => !copied.has(each)),
    ))
      uncopied[store].set(id, sealed);
  }
  if (lost.records.size + lost.notes.size > 0) {
    // What is written behind a torn end of the log is lost at the second start from now (measured).
    await rotateLog();
    await addSealed(lost);
  }
  for (const store of STORES) await copyFollows(store, uncopied[store]);
  // Not compared here: without the key nobody can tell which of two is the right one.
  if (!copy?.headers.length) await copyHeader(header);
  return [...lost.records.keys()];
}

const allOf = async (store: Copied) => some(store, await sealedIds(store));

async function some(store: Copied, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  const sealed = await readAllSealed(store, ids);
  return new Map(ids.flatMap((id, i) => (sealed[i] ? [[id, sealed[i]] as const] : [])));
}
