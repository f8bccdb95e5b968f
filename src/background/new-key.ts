/**
 * The order to seal everything to a new key, as it stands on the disk until it is done. Whoever can write there
 * could write one of their own: what has no mark of the old key is not done, and told.
 */
import { base64 } from '@scure/base';
import type { NewVault } from '../messages/protocol';
import type { Resealed, SealedStore } from '../storage/database';
import { dropNext, putNext, readNext } from '../storage/vault';
import { digest, fingerprintKey, orderKey } from '../vault/keys';
import { isMarked, markOf } from '../vault/orders';
import { newId, openRecord, sealRecord } from '../vault/record';
import { headerHash, newHeader, readHeader, type Header } from '../vault/vault';
import { importKey } from './fingerprint';
import { inOpenVault } from './open-vault';
import { existingHeader } from './standing';
import { storeIfThereIsRoom } from './stored-index';

/** The key to come, as it stands on the disk: its identity is sealed to the old one, as a record. */
type Next = {
  readonly header: Header;
  readonly id: string;
  readonly sealed: Uint8Array;
  readonly mark: Uint8Array;
};
/** The key to come, opened. */
export type Target = {
  readonly header: Header;
  readonly identity: string;
  readonly prints: CryptoKey;
  /** The id of the order, and the key of its marks. */
  readonly order: string;
  readonly marks: CryptoKey;
};

/** What is marked of the order itself, and of a record that was sealed again for it. */
const orderWords = async ({ header, id, sealed }: Pick<Next, 'header' | 'id' | 'sealed'>) => [
  'next',
  await headerHash(header),
  id,
  await digest(sealed),
];
const resealedWords = (
  order: string,
  store: SealedStore,
  id: string,
  { of, hash, fingerprint }: Resealed,
) => ['resealed', order, store, id, of, hash, fingerprint];

/** Writes the order. @param identity the one that is given up */
export async function orderNewKey(identity: string, next: NewVault): Promise<void> {
  const { vaultId, recipient } = await existingHeader();
  const id = newId();
  const sealed = await sealRecord(recipient, id, { use: 'next identity' }, next.identity);
  const header = { ...newHeader(next.recipient, base64.decode(next.slot), new Date()), vaultId };
  const mark = await markOf(await orderKey(identity), await orderWords({ header, id, sealed }));
  await putNext({ header, id, sealed, mark } satisfies Next);
}

/** The key to come; `null` where there is none, or none that the owner of this identity has chosen: that is given up, and told. */
export async function readTarget(identity: string): Promise<Target | null> {
  const stored = await readNext();
  if (stored === undefined) return null;
  const marks = await orderKey(identity);
  const next = await markedNext(marks, stored);
  if (next === 'newer') return null;
  if (next === null) return refuseNext();
  const record = await openRecord(identity, next.id, next.sealed);
  if (!record.ok) return refuseNext();
  const to = record.secret();
  record.forget();
  const prints = await importKey(await fingerprintKey(to));
  return { header: next.header, identity: to, prints, order: next.id, marks };
}

/** `newer`: a later version's, which goes on after the update. */
async function markedNext(marks: CryptoKey, stored: unknown): Promise<Next | 'newer' | null> {
  if (typeof stored !== 'object' || stored === null) return null;
  const { header: told, id, sealed, mark } = stored as Partial<Record<keyof Next, unknown>>; // checked below
  const header = readHeader(told);
  if (header === 'newer') return header;
  if (header === 'corrupt' || typeof id !== 'string' || !(sealed instanceof Uint8Array)) return null;
  if (!(mark instanceof Uint8Array)) return null;
  const next: Next = { header, id, sealed, mark };
  return (await isMarked(marks, await orderWords(next), mark)) ? next : null;
}

/** Told first: a background that stops in between refuses it once more. */
async function refuseNext(): Promise<null> {
  await inOpenVault(async (vault) => {
    vault.contents.notice('new-key-refused', new Date());
    await storeIfThereIsRoom(vault);
  });
  await dropNext();
  return null;
}

/** Marks a record that was sealed again for this order. */
export async function marked(
  { order, marks }: Target,
  store: SealedStore,
  id: string,
  done: Resealed,
): Promise<Resealed> {
  return { ...done, mark: await markOf(marks, resealedWords(order, store, id, done)) };
}

/** Whether it was sealed again by us, for this order. */
export async function isOurs(
  { marks, order }: Target,
  store: SealedStore,
  id: string,
  done: Resealed,
): Promise<boolean> {
  const hash = await digest(done.sealed);
  return hash === done.hash && isMarked(marks, resealedWords(order, store, id, done), done.mark);
}
