/**
 * The store `held` outlives an update and a restart of the browser, the memory that describes it does not.
 * Such a token is an orphan: without name and place until the vault is open, with ten minutes of its own.
 */
import { deleteSealed, readSealed, sealedIds } from '../storage/records';
import { recall, remember } from '../storage/session';
import type { Token } from '../tokens/token';
import { openRecord } from '../vault/record';
import { entries, memoryOf, putEntry, putSeen, seenBefore, type Entry } from './entry';
import { fingerprint } from './fingerprint';
import { isToken } from './listing';
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

/**
 * Gives orphans their names back, now that the vault is open, and deletes those whose token was seen again
 * since and has another id: its page has it, or it was saved or discarded there.
 */
export async function adoptOrphans(): Promise<void> {
  const identity = await openIdentity();
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

function entryOfOrphan(token: Token, since: number): Entry {
  const { id, provider, kind, origin, path, ends, seenAt } = token;
  const { name, scopes, expires, account, owner, manageId } = token;
  const details = { name, scopes, expires, account, owner, manageId };
  const nowhere = { tabId: -1, documentId: null, goneAt: since };
  const told = { id, provider, kind, origin, path, ends, seenAt, details };
  return { ...told, ...nowhere, state: 'held', secret: null, kept: true };
}
