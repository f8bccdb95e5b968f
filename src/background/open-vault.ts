/**
 * The open vault: loaded from its index once per start of the background, and brought up to date with
 * the records on the disk whenever it is asked for. Ends with the lock.
 */
import { Refusal } from '../messages/receive';
import { onTerminated, timesWritten } from '../storage/database';
import { sealedIds } from '../storage/records';
import { recall } from '../storage/session';
import { readStoredIndex } from '../storage/vault';
import { emptyIndex, openIndex, type OpenedIndex } from '../vault/index-file';
import { fingerprintKey, indexKey } from '../vault/keys';
import { headerHash, type Header } from '../vault/vault';
import { Contents } from './contents';
import { importKey, recogniseSaved } from './fingerprint';
import { forgetKnown } from './known';
import { queue } from './queue';
import { existingHeader } from './standing';
import { GEN, PUT_BACK, store, type OpenVault } from './stored-index';
import {
  forgetLastMatch,
  isLocked,
  lock,
  lockTimes,
  onLock,
  openIdentity,
  openRecipient,
  unlockedAt,
} from './unlock';
import { bringUpToDate, forgetProgress } from './up-to-date';

/** One after the other: two that bring it up to date at once would list a record twice. */
const inVault = queue();
let open: Promise<OpenVault> | null = null;

/** Lets go of all that was opened: another key, or the lock. */
export function closeVault(): void {
  open = null;
  forgetProgress();
}
onLock(() => {
  closeVault();
  // What was under way when it locked ends first.
  void inVault(async () => forgetLastMatch());
});
onTerminated(closeVault);

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
  if (await recogniseSaved(raw)) await forgetKnown();
  const prints = await importKey(raw);
  raw.fill(0);
  const hash = await headerHash(header);
  const seen = (await recall<number>(GEN)) ?? 0;
  const index = stored && (await openIndex(key, stored));
  const contents = contentsOf(index, hash, seen);
  const gen = Math.max(seen, index?.ok ? index.gen : 0);
  if (contents.header !== hash) contents.notice('header-changed', new Date());
  const back = await recall<readonly string[]>(PUT_BACK);
  // What was deleted a moment before the browser ended was in the copy still: it goes again, and nobody lost it.
  if (back?.some((id) => !contents.isDeleted(id))) contents.notice('put-back', new Date());
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
