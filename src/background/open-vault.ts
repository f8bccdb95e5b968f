/**
 * The open vault: its index, loaded once per start of the background, brought up to date with the
 * records on the disk, and written back. Ends with the lock.
 */
import type { Progress } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { onTerminated, timesWritten } from '../storage/database';
import { readAllSealed, sealedIds } from '../storage/records';
import { forget, recall, remember } from '../storage/session';
import { putIndex, readStoredIndex } from '../storage/vault';
import { emptyIndex, openIndex, sealIndex, type IndexEntry, type OpenedIndex } from '../vault/index-file';
import { fingerprintKey, indexKey } from '../vault/keys';
import { headerHash, type Header } from '../vault/vault';
import { Contents, tokenIn } from './contents';
import { importKey, recogniseSaved } from './fingerprint';
import { isKnown, rememberKnown } from './known';
import { entryOf, mergeDuplicates, type Keys } from './opening';
import { queue } from './queue';
import { dropCopies } from './second-copy';
import { existingHeader } from './standing';
import { isLocked, lock, lockTimes, onLock, openIdentity, openRecipient, unlockedAt } from './unlock';

/** The generation that this browser session has seen: an older index is a rolled-back one. */
const GEN = 'gen';
/** How many records came back from the second copy in this session, until it is said. */
export const PUT_BACK = 'put-back';
/** Records that are read at once. */
const BATCH = 100;
/** New entries after which the index is written meanwhile: a worker that stops goes on from there. */
const KEPT_EVERY = 1_000;

export type OpenVault = Keys & {
  readonly indexKey: CryptoKey;
  readonly contents: Contents;
  gen: number;
  /** A later version wrote the index: it is not written over. */
  readonly readOnly: boolean;
  /** `timesWritten` when the list was last compared with the records; -1: not yet. */
  compared: number;
  /** The ids of the records at the first of these times. */
  readonly ahead: { readonly written: number; readonly ids: Promise<string[]> };
};

/** One after the other: two that bring it up to date at once would list a record twice. */
const inVault = queue();
let open: Promise<OpenVault> | null = null;
let opening: Progress | null = null;

/** Lets go of all that was opened: another key, or the lock. */
export function closeVault(): void {
  open = null;
  opening = null;
}
onLock(closeVault);
onTerminated(closeVault);

/** How far the list is, while it is made from many records. */
export const openingProgress = (): Progress | null => opening;

/** The open vault, up to date. Refuses with `locked`, `no-vault`, `broken`. */
export function openVault(): Promise<OpenVault> {
  return inOpenVault(async (vault) => vault);
}

/** Runs a task on the open vault that changes what it holds, in turn. Refuses like `openVault`. */
export function inOpenVault<T>(task: (vault: OpenVault) => Promise<T>): Promise<T> {
  return inVault(async () => {
    const vault = await loaded();
    await bringUpToDate(vault);
    try {
      return await task(vault);
    } catch (error) {
      // It may be half done in memory: the disk counts.
      if (vault.contents.changed) closeVault();
      throw error;
    }
  });
}

/** The open vault as far as its list is made; `null` where nobody has asked for it yet. */
export async function openVaultSoFar(): Promise<OpenVault | null> {
  return open;
}

async function loaded(): Promise<OpenVault> {
  const identity = await openIdentity();
  const header = await existingHeader();
  if (!open) {
    const loading = load(identity, header);
    open = loading;
    loading.catch(() => {
      if (open === loading) open = null;
    });
  }
  return open;
}

async function load(identity: string, header: Header): Promise<OpenVault> {
  await lockIfOfAnotherKey(header);
  const written = timesWritten();
  const [key, raw, stored] = await Promise.all([
    indexKey(identity),
    fingerprintKey(identity),
    readStoredIndex(),
  ]);
  // Read while the index is opened: with 10,000 tokens each takes 20 ms.
  const ahead = { written, ids: sealedIds('records') };
  await recogniseSaved(raw);
  const prints = await importKey(raw);
  raw.fill(0);
  const hash = await headerHash(header);
  const seen = (await recall<number>(GEN)) ?? 0;
  const index = stored && (await openIndex(key, stored));
  const contents = contentsOf(index, hash, seen);
  const gen = Math.max(seen, index?.ok ? index.gen : 0);
  if (contents.header !== hash) contents.notice('header-changed', new Date());
  if (await recall<number>(PUT_BACK)) contents.notice('put-back', new Date());
  contents.unlock(await unlockedAt());
  const readOnly = index?.ok === false && index.failure === 'newer';
  return { identity, prints, indexKey: key, contents, gen, readOnly, compared: -1, ahead };
}

/** A worker that stopped while a new key took its place has the old one in memory. */
async function lockIfOfAnotherKey({ recipient }: Header): Promise<void> {
  if ((await openRecipient()) === recipient) return;
  await lock();
  throw new Refusal('locked');
}

/** What the index tells, or, if it cannot be used, an empty one with the reason. */
function contentsOf(index: OpenedIndex | null, header: string, seenGen: number): Contents {
  if (index?.ok && index.gen >= seenGen) return new Contents(index.index);
  const now = new Date();
  const contents = new Contents({ ...emptyIndex(header, now), unlocked: '' });
  if (index?.ok) contents.notice('list-rolled-back', now);
  else contents.notice(index?.failure === 'newer' ? 'list-newer' : 'list-remade', now);
  return contents;
}

/** Lists what is new on the disk, and notes what is gone from it. */
async function bringUpToDate(vault: OpenVault): Promise<void> {
  const written = timesWritten();
  if (vault.compared === written) return;
  const { contents, ahead } = vault;
  const ids = await (vault.compared < 0 && ahead.written === written ? ahead.ids : sealedIds('records'));
  noteMissing(contents, new Set(ids));
  // What the user deleted and is there again, somebody else has put back.
  const returned = ids.filter((id) => contents.isDeleted(id));
  const added = ids.filter((id) => !contents.has(id) && !contents.isDeleted(id));
  const entries = await listAll(vault, added).finally(() => {
    opening = null;
  });
  const doubles = entries.length > 0 ? await mergeDuplicates(vault, contents, entries) : [];
  const deleted = [...returned, ...doubles];
  if (contents.changed || deleted.length > 0) await storeIfThereIsRoom(vault, deleted);
  vault.compared = written;
  if (entries.length > 0 || deleted.length > 0 || !(await isKnown())) await rememberSaved(contents);
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

/** Seals the index as it is now, with the next generation. `null` where it must not be written over. */
export async function sealedIndex(vault: OpenVault): Promise<Uint8Array | null> {
  if (vault.readOnly) return null;
  return sealIndex(vault.indexKey, vault.gen + 1, vault.contents.index);
}

/** Notes that `sealedIndex` was written. */
export async function indexWritten(vault: OpenVault): Promise<void> {
  vault.gen += 1;
  vault.contents.stored();
  await remember(GEN, vault.gen);
  await forget(PUT_BACK);
}

/** Writes the index, and deletes records with it, or neither. */
export async function store(vault: OpenVault, deleted: readonly string[]): Promise<void> {
  const index = await sealedIndex(vault);
  await putIndex(index, deleted);
  if (index) await indexWritten(vault);
  void dropCopies(deleted);
}

/** A disk without room keeps nobody from reading: the list is in memory then. */
export async function storeIfThereIsRoom(vault: OpenVault, deleted: readonly string[] = []): Promise<void> {
  await store(vault, deleted).catch(() => undefined);
}

/** While locked, these are known as saved. */
async function rememberSaved(contents: Contents): Promise<void> {
  const known = [...contents.entries()].flatMap((entry) => {
    const token = tokenIn(entry);
    const { id, fingerprint, failure } = entry;
    return token && failure === null ? [{ id, fingerprint, savedAt: token.savedAt }] : [];
  });
  await rememberKnown(known);
}

/**
 * Writes a record again. It is taken out of the list before, so that its new bytes are no surprise.
 * While it is locked and may be listed, it has to stay as it is.
 * @param savedAt ISO 8601
 */
export async function writeAgain(id: string, savedAt: string, write: () => Promise<void>): Promise<boolean> {
  if (await isLocked()) {
    const { lockedAt } = await lockTimes();
    const listed = lockedAt !== null && lockedAt > savedAt;
    if (!listed) await write();
    return !listed;
  }
  await inOpenVault(async (vault) => {
    vault.contents.drop(id);
    if (vault.contents.changed) await store(vault, []);
    await write();
  });
  return true;
}
