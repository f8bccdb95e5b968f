/** Opens records to list them: what an index entry says comes from here. */
import { readSealed } from '../storage/records';
import type { EntryFailure, IndexEntry } from '../vault/index-file';
import { digest } from '../vault/keys';
import { openRecord } from '../vault/record';
import { asToken, type Contents } from './contents';
import { fingerprintOf } from './fingerprint';

/** With what an open vault opens its records. */
export type Keys = {
  readonly identity: string;
  /** HMAC of fingerprints. */
  readonly prints: CryptoKey;
};

/** Opens a record and makes its entry, also if it does not open: then the entry says why. */
export async function entryOf(
  { identity, prints }: Keys,
  id: string,
  sealed: Uint8Array,
  listed: string,
): Promise<IndexEntry> {
  const hash = await digest(sealed);
  const since = new Date().toISOString();
  const broken = (what: EntryFailure['what']): IndexEntry => ({
    id,
    hash,
    fingerprint: '',
    metadata: null,
    listed,
    failure: { what, since, whole: null },
  });
  const record = await openRecord(identity, id, sealed);
  if (!record.ok) return broken(record.failure);
  const token = asToken(record.metadata);
  if (!token) return broken('corrupt');
  const fingerprint = await fingerprintOf(prints, token.origin, record.secretLine());
  record.forget();
  return { id, hash, fingerprint, metadata: token, listed, failure: null };
}

/**
 * Why the bytes under an entry's id are not what it lists, or `null` if they are.
 * @param sealed `undefined`: there is no record any more
 */
export async function failureOf(
  keys: Keys,
  entry: IndexEntry,
  sealed: Uint8Array | undefined,
): Promise<EntryFailure['what'] | null> {
  if (!sealed) return 'missing';
  if ((await digest(sealed)) === entry.hash) return null;
  const record = await openRecord(keys.identity, entry.id, sealed);
  if (!record.ok) return record.failure;
  record.forget();
  // Whoever has the public key can seal a record under any id; only what was listed is given out.
  return 'replaced';
}

/**
 * Takes out of the list what holds the same token as an older entry. What was listed first stays as it
 * is, nothing merges over it; where its own record is not whole any more, both stay.
 * @param fresh what was listed just now
 * @returns the ids whose records can be deleted
 */
export async function mergeDuplicates(
  keys: Keys,
  contents: Contents,
  fresh: readonly IndexEntry[],
): Promise<string[]> {
  const isFresh = new Set(fresh.map(({ id }) => id));
  const savedAt = ({ metadata }: IndexEntry) => String(metadata?.savedAt);
  const older = [...contents.entries()].filter(({ id }) => !isFresh.has(id));
  const inOrder = [...older, ...fresh.toSorted((a, b) => savedAt(a).localeCompare(savedAt(b)))];
  const first = new Map<string, IndexEntry>();
  const doubles: string[] = [];
  for (const entry of inOrder) {
    if (entry.fingerprint === '' || entry.failure !== null) continue;
    const kept = first.get(entry.fingerprint);
    if (!kept) first.set(entry.fingerprint, entry);
    else if (isFresh.has(entry.id) && (await isWhole(keys, kept))) doubles.push(entry.id);
  }
  for (const id of doubles) contents.drop(id);
  return doubles;
}

async function isWhole(keys: Keys, entry: IndexEntry): Promise<boolean> {
  return (await failureOf(keys, entry, await readSealed('records', entry.id))) === null;
}
