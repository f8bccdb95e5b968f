/**
 * Tokens that were seen and are not saved. With a vault a held token is sealed at once into the store
 * `held`; without one, and from a private window, it waits, secret and all, in `storage.session`, one key
 * per token. What the rescue list shows is in `storage.session` in all cases, so that it works locked.
 */
import type { Held, Seen, SightingState } from '../messages/protocol';
import { Refusal, type PageSender } from '../messages/receive';
import { settings } from '../storage/items';
import { deleteSealed, putSealed } from '../storage/records';
import { mergeDetails, updateDetails } from '../tokens/merge';
import { newId } from '../vault/record';
import {
  dropHeld,
  entries,
  entryOf,
  memoryOf,
  newEntry,
  putDiscarded,
  putEntry,
  putSaved,
  putSeen,
  sealEntry,
  seenBefore,
  type Entry,
} from './entry';
import { fingerprintsOfSecret } from './fingerprint';
import { dropForm, takeForm } from './forms';
import { knownAs } from './known';
import { savedWords } from './offer';
import { orphans } from './orphans';
import { header, isVaultNewer } from './standing';
import { vaultState } from './unlock';
import { stayAwake } from './updating';

/** How long a token is held after its page is gone. */
export const HOLD_MS = 10 * 60_000;
/**
 * How many tokens are held of one site, and of all. A page can show as many as it likes; nobody makes more before
 * saving any, and memory that is full keeps from unlocking, and from saving what other sites show.
 */
const MOST_OF_A_SITE = 20;
const MOST_HELD = 200;

type SavedState = Extract<SightingState, { state: 'saved' }>;

/** Takes a token in. Seen before in this browser session: the same id, with the newer details. */
export async function hold(seen: Seen, from: PageSender): Promise<{ entry: Entry; state: SightingState }> {
  const prints = await fingerprintsOfSecret(from.origin, seen.secret);
  const known = (await seenBefore(prints)) ?? (await savedBefore(prints, seen, from));
  if (!known) return { entry: await holdNew(prints, newId(), seen, from), state: { state: 'held' } };
  const { entry: before, saved, discarded } = await memoryOf(known);
  if (saved) {
    const entry = newEntry(known, seen, from, updateDetails(saved.details, seen.details));
    const state = { ...(await savedState()), before: savedWords(saved.savedAt, new Date()) };
    return { entry: { ...entry, seenAt: saved.seenAt }, state };
  }
  if (discarded) return { entry: newEntry(known, seen, from, seen.details), state: { state: 'answered' } };
  // Not the id that it had: a deleted record's is never used again.
  if (!before) return { entry: await holdNew(prints, newId(), seen, from), state: { state: 'held' } };
  const { state, seenAt, kept } = before;
  const details = updateDetails(before.details, seen.details);
  // What was seen outside of private windows is sealed, and stays so.
  const incognito = before.incognito && from.incognito;
  const entry = { ...newEntry(known, seen, from, details), state, seenAt, kept, incognito };
  // Sealed already: nothing that is worth writing again has changed.
  const same = JSON.stringify({ ...before, secret: null }) === JSON.stringify(entry);
  if (!same) await keep(entry, seen.secret);
  return { entry, state: { state } };
}

/** The id of a token that the vault had before this browser session, or `null`. */
async function savedBefore(prints: readonly string[], seen: Seen, from: PageSender): Promise<string | null> {
  const known = await knownAs(prints);
  if (!known) return null;
  const { id, savedAt } = known;
  await putSaved(id, {
    savedAt,
    seenAt: savedAt,
    origin: from.origin,
    documentId: null,
    details: seen.details,
  });
  await putSeen(prints, id);
  return id;
}

async function holdNew(prints: readonly string[], id: string, seen: Seen, from: PageSender): Promise<Entry> {
  const details = mergeDetails(await takeForm(from), seen.details);
  const entry = { ...newEntry(id, seen, from, details), kept: (await settings.get()).hold };
  await makeRoom(from.origin);
  await putSeen(prints, id);
  await keep(entry, seen.secret);
  return entry;
}

/** Lets go of the oldest of a site, and of all, so that there is room for one more. Where Save was clicked it stays. */
async function makeRoom(origin: string): Promise<void> {
  const waiting = (await entries()).filter(({ state }) => state !== 'waits-for-vault');
  const newest = waiting.toSorted((a, b) => b.seenAt.localeCompare(a.seenAt));
  const ofSite = newest.filter((entry) => entry.origin === origin);
  const old = new Set([...ofSite.slice(MOST_OF_A_SITE - 1), ...newest.slice(MOST_HELD - 1)]);
  for (const entry of old) await dropHeld(entry);
}

async function keep(entry: Entry, secret: string): Promise<void> {
  const vault = entry.incognito ? null : await header();
  if (vault && entry.kept) await putSealed('held', entry.id, await sealEntry(vault.recipient, entry, secret));
  if (!vault) stayAwake();
  await putEntry({ ...entry, secret: vault || !entry.kept ? null : secret });
}

/** The state of a saved token, with whether the vault is locked now. */
export async function savedState(): Promise<SavedState> {
  return { state: 'saved', locked: (await vaultState()) !== 'unlocked', before: null };
}

/**
 * Deletes a held token for good. It is not offered again in this browser session. Refuses with
 * `vault-newer` what a later version holds.
 */
export async function discard(id: string): Promise<void> {
  const entry = await entryOf(id);
  if (!entry && (await isVaultNewer())) throw new Refusal('vault-newer');
  await dropHeld(entry ?? { id, incognito: false });
  await putDiscarded(id);
}

/** "Not now": it stays in the rescue list until ten minutes after its page's end. */
export async function dismiss(id: string, from: PageSender): Promise<void> {
  const entry = await entryOf(id);
  if (entry?.origin === from.origin && entry.state === 'held')
    await putEntry({ ...entry, state: 'answered' });
}

/** Where a sighting stands. A document that asks is alive, so its ten minutes have not begun. */
export async function stateOf(id: string, from: PageSender): Promise<SightingState> {
  const { entry, saved, discarded } = await memoryOf(id);
  if (saved) return saved.origin === from.origin ? savedState() : { state: 'gone' };
  if (discarded) return { state: 'answered' };
  if (entry?.origin !== from.origin) return { state: 'gone' };
  const { tabId, documentId } = from;
  if (entry.goneAt !== null) await putEntry({ ...entry, goneAt: null, tabId, documentId });
  return { state: entry.state };
}

/** The page of a held token is going away: the ten minutes begin, unless another page has shown it since. */
export async function pageGone(id: string, from: PageSender): Promise<void> {
  const entry = await entryOf(id);
  if (entry?.origin === from.origin && entry.documentId === from.documentId)
    await putEntry({ ...entry, goneAt: Date.now() });
}

/** A tab was closed: the same for all that it showed. */
export async function tabGone(tabId: number): Promise<void> {
  await dropForm(tabId);
  for (const entry of await entries()) {
    if (entry.tabId === tabId && entry.goneAt === null) await putEntry({ ...entry, goneAt: Date.now() });
  }
}

/** Deletes what is past its ten minutes, unless Save was clicked, or a later version holds it. */
export async function sweep(): Promise<void> {
  for (const entry of await entries()) {
    const { goneAt, state } = entry;
    if (state === 'waits-for-vault' || goneAt === null || Date.now() - goneAt < HOLD_MS) continue;
    await dropHeld(entry);
  }
  if (await isVaultNewer()) return;
  for (const [id, since] of await orphans()) {
    if (Date.now() - since >= HOLD_MS) await deleteSealed('held', [id]);
  }
}

/** The rescue list, newest first. */
export async function heldTokens(): Promise<Held[]> {
  const described = (await entries())
    .filter(({ kept, state }) => kept || state === 'waits-for-vault')
    .map(({ id, provider, details, origin, ends, seenAt, state, incognito }) => ({
      id,
      provider,
      name: details.name,
      host: new URL(origin).host,
      ends,
      seenAt,
      saveRequested: state === 'waits-for-vault',
      incognito,
    }));
  const unknown = {
    provider: null,
    name: null,
    host: null,
    ends: null,
    saveRequested: false,
    incognito: false,
  };
  const adopted = [...(await orphans())].map(([id, since]) => {
    return { ...unknown, id, seenAt: new Date(since).toISOString() };
  });
  return [...described, ...adopted].toSorted((a, b) => b.seenAt.localeCompare(a.seenAt));
}
