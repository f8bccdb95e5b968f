/**
 * "Start over with a new key": everything is sealed to a new identity, beside the old, and takes its
 * place in one transaction at the end. Until then the old key and its passphrase hold, tokens are saved
 * as ever, and a stop at any step loses nothing: what is done is kept, and the next unlock goes on.
 */
import { base64 } from '@scure/base';
import type { NewVault, Progress } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { timesWritten, type Resealed, type SealedStore } from '../storage/database';
import { readAllSealed, sealedIds } from '../storage/records';
import { isCopyNewer } from '../storage/second-copy';
import { forget, remember } from '../storage/session';
import { putNext, putResealed, readNext, readResealed, switchToNext } from '../storage/vault';
import { sealIndex } from '../vault/index-file';
import { digest, fingerprintKey, indexKey } from '../vault/keys';
import { newId, openRecord, resealRecord, sealRecord } from '../vault/record';
import { identityToRecipient } from '../vault/slots';
import { headerHash, newHeader, readHeader, type Header } from '../vault/vault';
import { inTurn } from './changing';
import { forgetUndo } from './deleting';
import { fingerprintOf, importKey } from './fingerprint';
import { closeVault, inOpenVault } from './open-vault';
import { copyAnew, copyHeader } from './second-copy';
import { existingHeader, lookAgain } from './standing';
import { indexWritten, type OpenVault } from './stored-index';
import { forgetLastMatch, keepOpen, openIdentity, sameIdentity } from './unlock';

const STORES = ['records', 'held', 'notes'] as const;
const BATCH = 50;
/** A call to the browser with every batch keeps the worker awake. */
const AWAKE = 'resealing';

/** The key to come, as it stands on the disk: its identity is sealed to the old one, as a record. */
type Next = { readonly header: Header; readonly id: string; readonly sealed: Uint8Array };
/** The key to come, opened. */
type Target = { readonly header: Header; readonly identity: string; readonly prints: CryptoKey };

let running: Promise<void> | null = null;
let progress: Progress | null = null;

export async function isResealing(): Promise<boolean> {
  return (await readNext()) !== undefined;
}

/** How far it is; `null` if there is nothing to do. */
export async function resealing(): Promise<Progress | null> {
  if (!(await isResealing())) return null;
  return progress ?? { done: 0, of: (await sealedIds('records')).length };
}

/** Begins. Refuses with `locked`, `wrong-recipient`, `busy`, and with `newer` where something is a later version's. */
export async function startOver(identity: string, next: NewVault): Promise<void> {
  await sameIdentity(identity);
  if ((await identityToRecipient(next.identity)) !== next.recipient) throw new Refusal('wrong-recipient');
  if (await isResealing()) throw new Refusal('busy');
  await refuseWhatIsNewer(identity);
  const { vaultId, recipient } = await existingHeader();
  const id = newId();
  const sealed = await sealRecord(recipient, id, { use: 'next identity' }, next.identity);
  const header = { ...newHeader(next.recipient, base64.decode(next.slot), new Date()), vaultId };
  await putNext({ header, id, sealed } satisfies Next);
  void goOn();
}

/** What this version cannot open would stay sealed to the key that is given up, and the later version could not open it either. */
async function refuseWhatIsNewer(identity: string): Promise<void> {
  await inOpenVault(async ({ readOnly, contents }) => {
    const listed = contents.problems.some(({ failure }) => failure === 'newer');
    if (readOnly || listed || (await isCopyNewer())) throw new Refusal('newer');
  });
  for (const store of ['held', 'notes'] as const) {
    const ids = await sealedIds(store);
    const sealed = await readAllSealed(store, ids);
    for (const [i, id] of ids.entries()) {
      const record = await openRecord(identity, id, sealed[i] ?? new Uint8Array());
      if (record.ok) record.forget();
      else if (record.failure === 'newer') throw new Refusal('newer');
    }
  }
}

/** Goes on where it stopped, if there is anything to do and the vault is open. Never throws. */
export function goOn(): Promise<void> {
  running ??= run()
    .catch(() => undefined) // Locked meanwhile, or no room: the next unlock tries again.
    .finally(() => {
      running = null;
      progress = null;
      forgetLastMatch();
    });
  return running;
}

async function run(): Promise<void> {
  const identity = await openIdentity();
  const target = await readTarget(identity);
  if (!target) return;
  const before = timesWritten();
  await resealAll(identity, target);
  // Nothing is held, saved or deleted while it takes its place.
  await inTurn(() =>
    inOpenVault(async (vault) => {
      if (timesWritten() !== before) await resealAll(identity, target);
      await takePlace(vault, target);
    }),
  );
  await forget(AWAKE);
}

async function readTarget(identity: string): Promise<Target | null> {
  const next = (await readNext()) as Next | undefined; // Written by `startOver`.
  if (!next) return null;
  const header = readHeader(next.header);
  const record = await openRecord(identity, next.id, next.sealed);
  if (typeof header === 'string' || !record.ok) return null;
  const to = record.secret();
  record.forget();
  return { header, identity: to, prints: await importKey(await fingerprintKey(to)) };
}

async function resealAll(identity: string, target: Target): Promise<void> {
  const ids = await Promise.all(STORES.map(sealedIds));
  const of = ids.flat().length;
  let done = 0;
  for (const [i, store] of STORES.entries()) {
    const mine = ids[i] ?? [];
    const already = await readResealed(store);
    const present = new Set(mine);
    const gone = [...already.keys()].filter((id) => !present.has(id));
    if (gone.length > 0) await putResealed(store, new Map(), gone);
    for (let at = 0; at < mine.length; at += BATCH) {
      progress = { done: done + at, of };
      await resealBatch(identity, target, store, mine.slice(at, at + BATCH), already);
      await remember(AWAKE, done + at);
      await openIdentity();
    }
    done += mine.length;
  }
}

/** What does not open stays as it is, in its place; what a later version wrote stops it all: that one goes on after the update. */
async function resealBatch(
  identity: string,
  { header, prints }: Target,
  store: SealedStore,
  ids: readonly string[],
  already: ReadonlyMap<string, Resealed>,
): Promise<void> {
  const added = new Map<string, Resealed>();
  const old = await readAllSealed(store, ids);
  for (const [i, id] of ids.entries()) {
    const bytes = old[i];
    const of = bytes && (await digest(bytes));
    if (!bytes || !of || already.get(id)?.of === of) continue;
    const record = await openRecord(identity, id, bytes);
    if (!record.ok && record.failure === 'newer') throw new Refusal('newer');
    if (!record.ok) continue;
    const { origin } = record.metadata;
    const fingerprint =
      typeof origin === 'string' ? await fingerprintOf(prints, origin, record.secretLine()) : '';
    const sealed = await resealRecord(header.recipient, record);
    record.forget();
    added.set(id, { sealed, of, hash: await digest(sealed), fingerprint });
  }
  if (added.size > 0) await putResealed(store, added, []);
}

async function takePlace(vault: OpenVault, { header, identity }: Target): Promise<void> {
  const before = await existingHeader();
  const resealed = await readResealed('records');
  const index = {
    ...vault.contents.index,
    header: await headerHash(header),
    entries: vault.contents.index.entries.map((entry) => {
      const { hash, fingerprint } = resealed.get(entry.id) ?? entry;
      return { ...entry, hash, fingerprint };
    }),
  };
  // Both stand in the copy until it is done: one of them opens the vault, whatever happens.
  await copyHeader(before, header);
  await switchToNext(header, await sealIndex(await indexKey(identity), vault.gen + 1, index));
  await indexWritten(vault);
  await forgetUndo();
  closeVault();
  lookAgain();
  await keepOpen(identity);
  await copyAnew(header);
}
