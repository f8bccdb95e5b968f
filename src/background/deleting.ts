/**
 * Deleting a token, and taking that back. It is gone from the disk at once, from both copies; for a minute
 * its sealed bytes are in memory, and the vault's lock or its next deletion ends that earlier.
 */
import { base64 } from '@scure/base';
import type { Undo } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { readSealed } from '../storage/records';
import { secondCopyIsWritten } from '../storage/second-copy';
import { forget, recall, remember } from '../storage/session';
import type { IndexEntry } from '../vault/index-file';
import { tokenIn } from './contents';
import { dropSaved, putSaved, savedOf, type Saved } from './entry';
import { inOpenVault } from './open-vault';
import { store, type OpenVault } from './stored-index';
import { onLock } from './unlock';

const UNDO = 'undo';
/** How long "Undo" is offered. */
export const UNDO_MS = 10_000;
/** A popup that is being read keeps the offer for longer than its time. */
const KEPT_MS = 60_000;

type Deleted = {
  readonly entry: IndexEntry;
  /** base64 */
  readonly sealed: string;
  readonly saved: Saved | null;
  /** ms since the epoch */
  readonly at: number;
};

/** What is kept is sealed to the key that is there now. */
export const forgetUndo = (): Promise<void> => forget(UNDO);
onLock(() => void forgetUndo());

/** Deletes a token here. Refuses with `locked`, `not-found`. */
export async function deleteToken(id: string): Promise<void> {
  const saved = (await savedOf(id)) ?? null;
  await inOpenVault(async (vault) => {
    const entry = vault.contents.entry(id);
    if (!entry) throw new Refusal('not-found');
    const sealed = await readSealed('records', id);
    await bury(vault, id);
    if (!sealed) return forget(UNDO);
    const deleted: Deleted = { entry, sealed: base64.encode(sealed), saved, at: Date.now() };
    await remember(UNDO, deleted);
  });
  await buried(id);
}

/** Takes a record out of the list and off the disk. */
export async function bury(vault: OpenVault, id: string): Promise<void> {
  vault.contents.bury(id, new Date());
  await store(vault, [id]);
}

/** What follows: its page may offer it again, and "deleted" is said once it is gone from both copies. */
export async function buried(id: string): Promise<void> {
  await Promise.all([dropSaved(id), secondCopyIsWritten()]);
}

/** Puts the token back that was deleted last, as it was. Refuses with `locked`, and with `not-found` once it is too late. */
export async function undoDelete(id: string): Promise<void> {
  await inOpenVault(async (vault) => {
    const deleted = await recall<Deleted>(UNDO);
    if (deleted?.entry.id !== id || Date.now() > deleted.at + KEPT_MS) throw new Refusal('not-found');
    vault.contents.put(deleted.entry);
    await store(vault, [], new Map([[id, base64.decode(deleted.sealed)]]));
    if (deleted.saved) await putSaved(id, deleted.saved);
    await forget(UNDO);
  });
}

/** Lets go of what nobody can take back any more; at each sweep of the background, once a minute. */
export async function sweepUndo(): Promise<void> {
  const deleted = await recall<Deleted>(UNDO);
  if (deleted && Date.now() > deleted.at + KEPT_MS) await forgetUndo();
}

/** What can be taken back now, as the popup offers it; `null`: nothing, or its time is over. */
export async function undoOffered(): Promise<Undo | null> {
  const deleted = await recall<Deleted>(UNDO);
  if (!deleted) return null;
  const until = deleted.at + UNDO_MS;
  const token = tokenIn(deleted.entry);
  if (!token || Date.now() > until) return null;
  const { id, name, label, provider, kind, origin } = token;
  return { id, name: label ?? name, provider, kind, origin, until: new Date(until).toISOString() };
}
