/**
 * Keeps the second copy of the vault like the first, and puts back what the first has lost. Records need
 * no key for that: both sides are sealed, and what is put back is checked when the vault is open. The
 * header is put back only when the user asks for it (`repair.ts`).
 */
import { addSealed, readAllSealed, rotateLog, sealedIds } from '../storage/records';
import { changeSecondCopy, readHeaderCopies, readSecondCopy } from '../storage/second-copy';
import { readHeader, type Header } from '../vault/vault';

const STORES = ['records', 'notes'] as const;
type Sealed = Readonly<Record<(typeof STORES)[number], ReadonlyMap<string, Uint8Array>>>;

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

/** What the copy does not say yet: sealed bytes by id, or `null` for what was deleted. */
const behind = new Map<string, Uint8Array | null>();

/** Records were written: the copy follows. Not waited for where somebody waits for "Saved". */
export async function copyRecords(written: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [id, sealed] of written) behind.set(id, sealed);
  await catchUp();
}

/** Records were deleted by the user, or merged: the copy follows. */
export async function dropCopies(ids: readonly string[]): Promise<void> {
  for (const id of ids) behind.set(id, null);
  await catchUp();
}

/** The file is written as a whole: what comes while one is written goes into the next. */
async function catchUp(): Promise<void> {
  if (behind.size === 0) return;
  await changeSecondCopy((copy) => {
    const records = new Map(copy.records);
    for (const [id, sealed] of behind) {
      if (sealed) records.set(id, sealed);
      else records.delete(id);
    }
    const same = behind.size === 0;
    behind.clear();
    return same ? copy : { ...copy, records };
  });
}

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
 * @returns how many records were put back
 */
export async function putBackWhatIsLost(header: Header): Promise<number> {
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
  if (uncopied.records.size + uncopied.notes.size > 0) await add(uncopied);
  // Not compared here: without the key nobody can tell which of two is the right one.
  if (!copy?.headers.length) await copyHeader(header);
  return lost.records.size;
}

const add = (sealed: Sealed) =>
  changeSecondCopy((copy) => ({
    ...copy,
    records: new Map([...copy.records, ...sealed.records]),
    notes: new Map([...copy.notes, ...sealed.notes]),
  }));

const allOf = async (store: (typeof STORES)[number]) => some(store, await sealedIds(store));

async function some(
  store: (typeof STORES)[number],
  ids: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const sealed = await readAllSealed(store, ids);
  return new Map(ids.flatMap((id, i) => (sealed[i] ? [[id, sealed[i]] as const] : [])));
}
