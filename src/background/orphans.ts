/**
 * The store `held` outlives an update and a restart of the browser, the memory that describes it does not.
 * Such a token is an orphan: without name and place until the vault is open, with ten minutes of its own.
 */
import { deleteSealed, moveHeld, readSealed, sealedIds } from '../storage/records';
import { recall, remember } from '../storage/session';
import type { Token } from '../tokens/token';
import { newId, openRecord, resealRecord, type OpenedRecord } from '../vault/record';
import { secretLine } from '../vault/secret-line';
import { dropHeld, entries, memoryOf, putEntry, putSaved, putSeen, seenBefore, type Entry } from './entry';
import { fingerprintOf, fingerprints } from './fingerprint';
import { asToken, tokenIn } from './contents';
import { openVault } from './open-vault';
import { existingHeader, isShut } from './standing';
import { openIdentity } from './unlock';

/** When an orphan was found, ms since the epoch. */
const ORPHAN = 'orphan:';

/** None where the browser opens no database. @returns id -> when it was found, ms since the epoch */
export async function orphans(): Promise<Map<string, number>> {
  const known = new Set((await entries()).map(({ id }) => id));
  const found = new Map<string, number>();
  if (await isShut()) return found;
  for (const id of await sealedIds('held')) {
    if (known.has(id)) continue;
    const since = (await recall<number>(ORPHAN + id)) ?? Date.now();
    await remember(ORPHAN + id, since);
    found.set(id, since);
  }
  return found;
}

/**
 * What memory would know of held tokens, the vault tells, now that it is open: gives orphans their names back, and deletes those whose token was seen again
 * since and has another id: its page has it, or it was saved or discarded there.
 */
export async function adoptOrphans(): Promise<void> {
  const identity = await openIdentity();
  for (const [found, since] of await orphans()) {
    const record = await openRecord(identity, found, (await readSealed('held', found)) ?? new Uint8Array());
    const told = record.ok ? asToken(record.metadata) : null;
    if (!record.ok || !told) continue;
    const token = { ...told, id: await idOfItsOwn(found, record) };
    const { id } = token;
    const prints = await fingerprints(token.origin, record.secretLine());
    record.forget();
    const { entry, saved, discarded } = await memoryOf((await seenBefore(prints)) ?? '');
    if (entry?.kept || saved || discarded) {
      await deleteSealed('held', [id]);
    } else if (!entry) {
      await putSeen(prints, id);
      await putEntry(entryOfOrphan(token, since));
    }
  }
}

/** A saved token's id is not its own: whoever has the public key can hold anything, under any id. */
async function idOfItsOwn(id: string, record: OpenedRecord): Promise<string> {
  if ((await readSealed('records', id)) === undefined) return id;
  const { recipient } = await existingHeader();
  const own = newId();
  const metadata = { ...record.metadata, id: own };
  await moveHeld(id, own, await resealRecord(recipient, { ...record, metadata }));
  return own;
}

/** What was saved before memory was lost, and is shown by its page again, is not "Not saved yet". */
export async function settleSaved(): Promise<void> {
  const held = (await entries()).filter(({ kept }) => kept);
  if (held.length === 0) return;
  const { identity, prints, contents } = await openVault();
  const whole = [...contents.entries()].filter(({ failure }) => failure === null);
  const saved = new Map(whole.map((entry) => [entry.fingerprint, entry]));
  for (const entry of held) {
    const { id, origin, seenAt, details } = entry;
    const line = await lineOf(identity, entry);
    const token = line && tokenIn(saved.get(await fingerprintOf(prints, origin, line)));
    line?.fill(0);
    if (!token) continue;
    await dropHeld(entry);
    await putSaved(id, { savedAt: token.savedAt, seenAt, origin, documentId: null, details });
  }
}

/** Line 2 of the record that a held token will be, or `null`. The caller wipes it. */
async function lineOf(identity: string, { id, secret }: Entry): Promise<Uint8Array | null> {
  if (secret !== null) return secretLine(secret);
  const record = await openRecord(identity, id, (await readSealed('held', id)) ?? new Uint8Array());
  if (!record.ok) return null;
  const line = record.secretLine().slice();
  record.forget();
  return line;
}

function entryOfOrphan(token: Token, since: number): Entry {
  const { id, provider, kind, origin, path, ends, seenAt } = token;
  const { name, scopes, expires, account, owner, manageId } = token;
  const details = { name, scopes, expires, account, owner, manageId };
  const nowhere = { tabId: -1, documentId: null, goneAt: since };
  const told = { id, provider, kind, origin, path, ends, seenAt, details };
  return { ...told, ...nowhere, state: 'held', secret: null, kept: true, byHand: false, incognito: false };
}
