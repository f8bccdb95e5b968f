/** Changes what a saved token says of itself. Its secret stays sealed: it is never decoded for that. */
import { Refusal } from '../messages/receive';
import type { Token } from '../tokens/token';
import { digest } from '../vault/keys';
import { openRecord, resealRecord, type OpenedRecord } from '../vault/record';
import { listedRecord } from './checking';
import { tokenIn } from './contents';
import { putSaved, savedOf } from './entry';
import { inOpenVault } from './open-vault';
import { existingHeader } from './standing';
import { store, type OpenVault } from './stored-index';

/**
 * Seals a token's record anew with other details. Record and index are written together, or neither:
 * the list never knows other bytes than those that are there. Refuses with `locked`, `not-found`, what is
 * wrong with the record, `too-large`, and with `newer` where a later version wrote the list.
 * @param change gives all of the token's details, also those that it leaves as they are
 */
export async function rewrite(id: string, change: (token: Token) => Token): Promise<void> {
  await inOpenVault(async (vault) => {
    if (vault.readOnly) throw new Refusal('newer');
    const { entry, sealed } = await listedRecord(vault, id);
    const token = tokenIn(entry);
    if (!token) throw new Refusal('not-found');
    const metadata = { ...change(token), id };
    const anew = await sealedAgain(vault, id, sealed, metadata);
    vault.contents.put({ ...entry, hash: await digest(anew), metadata });
    await store(vault, [], new Map([[id, anew]]));
  });
  await endLateDetails(id);
}

async function sealedAgain(
  { identity }: OpenVault,
  id: string,
  sealed: Uint8Array,
  metadata: OpenedRecord['metadata'],
): Promise<Uint8Array> {
  const record = await openRecord(identity, id, sealed);
  if (!record.ok) throw new Refusal(record.failure);
  const { recipient } = await existingHeader();
  try {
    return await resealRecord(recipient, { ...record, metadata: { ...record.metadata, ...metadata } });
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('too-large');
    throw error;
  } finally {
    record.forget();
  }
}

/** What the page tells within a minute after Save would write the record as the page knows it. */
async function endLateDetails(id: string): Promise<void> {
  const saved = await savedOf(id);
  if (saved) await putSaved(id, { ...saved, documentId: null });
}

/** What the user calls a token, and writes about it; an empty text takes it away. Refuses like `rewrite`. */
export function edit(id: string, { label, note }: { label?: string; note?: string }): Promise<void> {
  return rewrite(id, (token) => ({
    ...token,
    label: label === undefined ? token.label : label.trim() || undefined,
    note: note === undefined ? token.note : note.trim() || undefined,
  }));
}
