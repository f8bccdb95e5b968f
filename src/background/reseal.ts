/**
 * "Start over with a new key": everything is sealed to a new identity, beside the old, and takes its
 * place in one transaction at the end. Until then the old key and its passphrase hold, tokens are saved
 * as ever, and a stop at any step loses nothing: what is done is kept, and the next unlock goes on.
 */
import type { NewVault, Progress } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { timesWritten, type Resealed, type SealedStore } from '../storage/database';
import { readAllSealed, sealedIds } from '../storage/records';
import { isCopyNewer } from '../storage/second-copy';
import { forget, remember } from '../storage/session';
import { putResealed, readNext, readResealed, switchToNext } from '../storage/vault';
import { sealIndex } from '../vault/index-file';
import { digest, indexKey } from '../vault/keys';
import { openRecord, resealRecord } from '../vault/record';
import { identityToRecipient } from '../vault/slots';
import { headerHash } from '../vault/vault';
import { inTurn } from './changing';
import { forgetUndo } from './deleting';
import { fingerprintOf } from './fingerprint';
import { isOurs, marked, orderNewKey, readTarget, type Target } from './new-key';
import { closeVault, inOpenVault } from './open-vault';
import { copyAnew, copyHeader } from './second-copy';
import { existingHeader, lookAgain } from './standing';
import { indexWritten, type OpenVault } from './stored-index';
import { forgetLastMatch, keepOpen, openIdentity, sameIdentity } from './unlock';

const STORES = ['records', 'held', 'notes'] as const;
const BATCH = 50;
/** A call to the browser with every batch keeps the worker awake. */
const AWAKE = 'resealing';

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
  await orderNewKey(identity, next);
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

/** What does not open stays as it is, in its place. */
async function resealBatch(
  identity: string,
  target: Target,
  store: SealedStore,
  ids: readonly string[],
  already: ReadonlyMap<string, Resealed>,
): Promise<void> {
  const added = new Map<string, Resealed>();
  const untrue: string[] = [];
  const old = await readAllSealed(store, ids);
  for (const [i, id] of ids.entries()) {
    const bytes = old[i];
    if (!bytes) continue;
    const of = await digest(bytes);
    const done = already.get(id);
    if (done?.of === of && (await isOurs(target, store, id, done))) continue;
    const anew = await resealOne(identity, target, store, id, bytes, of);
    if (anew) added.set(id, anew);
    else if (done) untrue.push(id);
  }
  if (added.size + untrue.length > 0) await putResealed(store, added, untrue);
}

/** `null`: it does not open. What a later version wrote stops it all: that one goes on after the update. */
async function resealOne(
  identity: string,
  target: Target,
  store: SealedStore,
  id: string,
  bytes: Uint8Array,
  of: string,
): Promise<Resealed | null> {
  const record = await openRecord(identity, id, bytes);
  if (!record.ok && record.failure === 'newer') throw new Refusal('newer');
  if (!record.ok) return null;
  const { origin } = record.metadata;
  const fingerprint =
    typeof origin === 'string' ? await fingerprintOf(target.prints, origin, record.secretLine()) : '';
  const sealed = await resealRecord(target.header.recipient, record);
  record.forget();
  return marked(target, store, id, { sealed, of, hash: await digest(sealed), fingerprint });
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
