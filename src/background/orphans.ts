/**
 * The store `held` outlives an update and a restart of the browser, the memory that describes it does not.
 * Such a token is an orphan: without name and place until the vault is open, with ten minutes of its own.
 */
import { deleteSealed, readSealed, sealedIds } from '../storage/records';
import { recall, remember } from '../storage/session';
import type { Token } from '../tokens/token';
import { openRecord } from '../vault/record';
import { dropEntry, entries, memoryOf, putEntry, putSaved, putSeen, seenBefore, type Entry } from './entry';
import { fingerprint } from './fingerprint';
import { allTokens, isToken } from './listing';
import { openIdentity } from './unlock';

/** When an orphan was found, ms since the epoch. */
const ORPHAN = 'orphan:';

/** @returns id -> when it was found, ms since the epoch */
export async function orphans(): Promise<Map<string, number>> {
  const known = new Set((await entries()).map(({ id }) => id));
  const found = new Map<string, number>();
  for (const id of await sealedIds('held')) {
    if (known.has(id)) continue;
    const since = (await recall<number>(ORPHAN + id)) ?? Date.now();
    await remember(ORPHAN + id, since);
    found.set(id, since);
  }
  return found;
}

/** What memory would know of held tokens, the vault tells, now that it is open. */
export async function remindHeld(): Promise<void> {
  const identity = await openIdentity();
  await adoptOrphans(identity);
  await settleSaved(identity);
}

/**
 * Gives orphans their names back, and deletes those whose token was seen again
 * since and has another id: its page has it, or it was saved or discarded there.
 */
async function adoptOrphans(identity: string): Promise<void> {
  for (const [id, since] of await orphans()) {
    const record = await openRecord(identity, id, (await readSealed('held', id)) ?? new Uint8Array());
    if (!record.ok || !isToken(record.metadata)) continue;
    // Checked by `isToken`, and written by `sealEntry`.
    const token = record.metadata as unknown as Token;
    const print = await fingerprint(token.origin, record.secret());
    record.forget();
    const { entry, saved, discarded } = await memoryOf((await seenBefore(print)) ?? '');
    if (entry?.kept || saved || discarded) {
      await deleteSealed('held', [id]);
    } else if (!entry) {
      await putSeen(print, id);
      await putEntry(entryOfOrphan(token, since));
    }
  }
}

/** What was saved before memory was lost, and is shown by its page again, is not "Not saved yet". */
async function settleSaved(identity: string): Promise<void> {
  const held = (await entries()).filter(({ kept }) => kept);
  if (held.length === 0) return;
  const saved = await allTokens();
  for (const { id, origin, ends, seenAt, details } of held) {
    const alike = saved.filter((token) => token.origin === origin && token.ends === ends);
    const secret = alike.length > 0 ? await secretIn('held', id, identity) : null;
    for (const { id: savedId, savedAt } of alike) {
      if (secret === null || secret !== (await secretIn('records', savedId, identity))) continue;
      await deleteSealed('held', [id]);
      await dropEntry(id);
      await putSaved(id, { savedAt, seenAt, origin, documentId: null, details });
    }
  }
}

async function secretIn(store: 'held' | 'records', id: string, identity: string): Promise<string | null> {
  const record = await openRecord(identity, id, (await readSealed(store, id)) ?? new Uint8Array());
  if (!record.ok) return null;
  const secret = record.secret();
  record.forget();
  return secret;
}

function entryOfOrphan(token: Token, since: number): Entry {
  const { id, provider, kind, origin, path, ends, seenAt } = token;
  const { name, scopes, expires, account, owner, manageId } = token;
  const details = { name, scopes, expires, account, owner, manageId };
  const nowhere = { tabId: -1, documentId: null, goneAt: since };
  const told = { id, provider, kind, origin, path, ends, seenAt, details };
  return { ...told, ...nowhere, state: 'held', secret: null, kept: true, byHand: false };
}
