/** Compares what is stored with what is listed, byte for byte, and tells what is not as it should be. */
import { base64 } from '@scure/base';
import type { Notice, Problem } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { putSealed, readAllSealed, readSealed } from '../storage/records';
import { isCopyNewer, readSecondCopy } from '../storage/second-copy';
import { putHeader } from '../storage/vault';
import type { IndexEntry } from '../vault/index-file';
import { digest } from '../vault/keys';
import { headerHash } from '../vault/vault';
import { bury, buried } from './deleting';
import { entryOf, failureOf } from './opening';
import { inOpenVault, openVault } from './open-vault';
import { copyAnew, copyHeader, headerCopies } from './second-copy';
import { existingHeader, lookAgain } from './standing';
import { store, storeIfThereIsRoom, type OpenVault } from './stored-index';
import { openIdentity } from './unlock';

/** Records that are compared in one turn: a question of a page comes between two of them. */
const BATCH = 200;

/** Compares all records with the list, in turns. Refuses with `locked` when it locks meanwhile. */
export async function checkAll(): Promise<void> {
  const ids = await inOpenVault(async ({ contents }) => [...contents.entries()].map(({ id }) => id));
  for (let at = 0; at < ids.length; at += BATCH) {
    await inOpenVault((vault) => check(vault, ids.slice(at, at + BATCH)));
    await openIdentity();
  }
  await inOpenVault(async (vault) => {
    await putBack(vault);
    if (await isCopyNewer()) vault.contents.notice('copy-newer', new Date());
    const whole = [...vault.contents.entries()].every(({ failure }) => failure === null);
    if (whole) vault.contents.checked = new Date().toISOString();
    if (vault.contents.changed) await store(vault, []);
  });
}

async function check(vault: OpenVault, ids: readonly string[]): Promise<void> {
  const sealed = await readAllSealed('records', ids);
  for (const [i, id] of ids.entries()) await checkOne(vault, id, sealed[i]);
}

/** Notes whether a record is as listed. One that did not open is tried again: a later version may read it. */
async function checkOne(vault: OpenVault, id: string, sealed: Uint8Array | undefined): Promise<void> {
  const { contents } = vault;
  const entry = contents.entry(id);
  if (!entry) return;
  if (entry.metadata === null && sealed) {
    const again = await entryOf(vault, id, sealed, entry.listed);
    if (again.failure === null) contents.put(again);
    return;
  }
  const what = await failureOf(vault, entry, sealed);
  if (what === (entry.failure?.what ?? null)) return;
  const failure = what && { what, since: new Date().toISOString(), whole: contents.checked };
  contents.fail(entry, failure);
}

/**
 * Puts back from the second copy what is not as it is listed: the list knows the hash of the right bytes.
 * What a later version wrote is never written over.
 */
async function putBack({ contents }: OpenVault): Promise<void> {
  const failed = [...contents.entries()].filter(
    ({ failure, metadata }) => failure && failure.what !== 'newer' && metadata,
  );
  const copy = failed.length > 0 ? await readSecondCopy() : null;
  for (const entry of failed) {
    const sealed = copy?.records.get(entry.id);
    if (!sealed || (await digest(sealed)) !== entry.hash) continue;
    await putSealed('records', entry.id, sealed);
    contents.fail(entry, null);
    contents.notice('put-back', new Date());
  }
}

/**
 * The bytes under an id, if they are what is listed. Refuses with `locked`, `not-found`, and with what is
 * wrong with the record.
 */
export function readListed(id: string): Promise<{ vault: OpenVault; sealed: Uint8Array }> {
  return inOpenVault(async (vault) => ({ vault, sealed: (await listedRecord(vault, id)).sealed }));
}

/** The same for a task that is in the open vault already, with the entry that lists them. */
export async function listedRecord(
  vault: OpenVault,
  id: string,
): Promise<{ entry: IndexEntry; sealed: Uint8Array }> {
  const sealed = await readSealed('records', id);
  if (!vault.contents.has(id)) throw new Refusal('not-found');
  await checkOne(vault, id, sealed);
  const entry = vault.contents.entry(id);
  if (vault.contents.changed) await storeIfThereIsRoom(vault);
  if (entry?.failure) throw new Refusal(entry.failure.what);
  if (!sealed || !entry) throw new Refusal('missing');
  return { entry, sealed };
}

/** Refuses with `locked`, `no-vault`. */
export async function problems(): Promise<{ problems: readonly Problem[]; notices: readonly Notice[] }> {
  const { contents } = await openVault();
  return { problems: contents.problems, notices: contents.notices };
}

/** The stored bytes of a record, base64, whether or not they can be opened. Refuses with `not-found`. */
export async function sealedBytes(id: string): Promise<string> {
  const sealed = await readSealed('records', id);
  if (!sealed) throw new Refusal('not-found');
  return base64.encode(sealed);
}

/** The notices are read: what was changed from outside counts as known from now on. */
export async function acknowledgeNotices(): Promise<void> {
  await inOpenVault(async (vault) => {
    vault.contents.header = await headerHash(await existingHeader());
    vault.contents.acknowledge();
    await store(vault, []);
  });
  await agreeOnHeader();
}

/** Gives up a record that is missing or cannot be opened; a whole one is not touched. Refuses with `locked`, `not-found`. */
export async function giveUp(id: string): Promise<void> {
  await inOpenVault(async (vault) => {
    if (!vault.contents.entry(id)?.failure) throw new Refusal('not-found');
    await bury(vault, id);
  });
  await buried(id);
}

/**
 * Makes the header and its second copy alike. The index knows the hash of the right one: a header that
 * somebody changed gives way to the copy that is as it was, and is never copied itself. Where the copy
 * is another key's, all that is sealed to that key gives way too.
 */
export async function agreeOnHeader(): Promise<void> {
  const { contents } = await openVault();
  const header = await existingHeader();
  const hash = await headerHash(header);
  const copies = await headerCopies();
  if (contents.header !== hash) {
    const hashes = await Promise.all(copies.map(headerHash));
    const right = copies[hashes.indexOf(contents.header)];
    if (right?.recipient === header.recipient) await putHeader(right, null);
    return lookAgain();
  }
  const [copy] = copies;
  if (copies.some(({ recipient }) => recipient !== header.recipient)) await copyAnew(header);
  else if (!copy || copies.length > 1 || (await headerHash(copy)) !== hash) await copyHeader(header);
}
