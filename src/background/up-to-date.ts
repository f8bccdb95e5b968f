/** Compares the list of the open vault with the records on the disk. */
import type { Progress } from '../messages/protocol';
import { timesWritten } from '../storage/database';
import { readAllSealed, sealedIds } from '../storage/records';
import type { IndexEntry } from '../vault/index-file';
import type { Contents } from './contents';
import { isKnown } from './known';
import { entryOf, mergeDuplicates } from './opening';
import { rememberSaved, store, storeIfThereIsRoom, type OpenVault } from './stored-index';
import { openIdentity } from './unlock';

/** Records that are read at once. */
const BATCH = 100;
/** New entries after which the index is written meanwhile: a worker that stops goes on from there. */
const KEPT_EVERY = 1_000;

let opening: Progress | null = null;

/** How far the list is, while it is made from many records. */
export const openingProgress = (): Progress | null => opening;

export function forgetProgress(): void {
  opening = null;
}

/** Lists what is new on the disk, and notes what is gone from it. */
export async function bringUpToDate(vault: OpenVault): Promise<void> {
  const written = timesWritten();
  if (vault.compared === written) return;
  const { contents, ahead } = vault;
  const ids = await (vault.compared < 0 && ahead.written === written ? ahead.ids : sealedIds('records'));
  const unlisted = ids.filter((id) => !contents.has(id));
  // As many as are listed, and each of them is: the usual case, in one pass.
  const same = unlisted.length === 0 && ids.length === contents.size && contents.problems.length === 0;
  if (!same) await compare(vault, ids, unlisted);
  vault.compared = written;
  if (!(await isKnown())) await rememberSaved(contents);
}

async function compare(vault: OpenVault, ids: readonly string[], unlisted: readonly string[]): Promise<void> {
  const { contents } = vault;
  noteMissing(contents, new Set(ids));
  // What the user deleted and is there again, somebody else has put back.
  const returned = unlisted.filter((id) => contents.isDeleted(id));
  const added = unlisted.filter((id) => !contents.isDeleted(id));
  const entries = await listAll(vault, added).finally(forgetProgress);
  const doubles = entries.length > 0 ? await mergeDuplicates(vault, contents, entries) : [];
  const deleted = [...returned, ...doubles];
  if (contents.changed || deleted.length > 0) await storeIfThereIsRoom(vault, deleted);
}

function noteMissing(contents: Contents, present: ReadonlySet<string>): void {
  const since = new Date().toISOString();
  for (const entry of contents.entries()) {
    const gone = !present.has(entry.id);
    const known = entry.failure?.what === 'missing';
    if (gone && !known) contents.fail(entry, { what: 'missing', since, whole: contents.checked });
    if (!gone && known) contents.fail(entry, null);
  }
}

/** Opens records in batches and lists them. Many at once: the index is written meanwhile. */
async function listAll(vault: OpenVault, ids: readonly string[]): Promise<IndexEntry[]> {
  const entries: IndexEntry[] = [];
  const { contents } = vault;
  // Where the list is made anew nobody can tell what is new.
  const remade = contents.notices.some(({ kind }) => kind.startsWith('list-')) && vault.compared < 0;
  const listed = remade ? '' : new Date().toISOString();
  for (let at = 0; at < ids.length; at += BATCH) {
    opening = { done: at, of: ids.length };
    const batch = ids.slice(at, at + BATCH);
    const sealed = await readAllSealed('records', batch);
    for (const [i, id] of batch.entries()) {
      const bytes = sealed[i];
      if (!bytes) continue; // Deleted since the ids were read.
      const entry = await entryOf(vault, id, bytes, listed);
      contents.put(entry);
      entries.push(entry);
    }
    if (at % KEPT_EVERY === KEPT_EVERY - BATCH) await store(vault, []);
    // Locked meanwhile: nothing more is opened.
    await openIdentity();
  }
  return entries;
}
