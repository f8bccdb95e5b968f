/** Repairs a vault whose header is lost, damaged or was replaced, with the identity that one of its slots gave. */
import { Refusal } from '../messages/receive';
import { readAllSealed, sealedIds } from '../storage/records';
import { readSecondCopy } from '../storage/second-copy';
import { putHeader, readStoredIndex } from '../storage/vault';
import { openIndex } from '../vault/index-file';
import { indexKey } from '../vault/keys';
import { openRecord } from '../vault/record';
import { identityToRecipient } from '../vault/slots';
import type { Header } from '../vault/vault';
import { closeVault } from './open-vault';
import { copyHeader, headerCopies, putBackWhatIsLost } from './second-copy';
import { isVaultNewer, lookAgain, standing } from './standing';
import { keepOpen } from './unlock';

/**
 * Puts a header in place that seals to this identity, and unlocks. The identity is asked what it opens,
 * not the header what it says: `wrong-recipient` if nothing that is left belongs to it. Refuses with
 * `vault-newer` where a later version wrote the header, which is never written over.
 */
export async function repair(identity: string): Promise<void> {
  const { header, trouble } = await standing();
  if (await isVaultNewer()) throw new Refusal('vault-newer');
  if (trouble !== null) {
    const recipient = await identityToRecipient(identity);
    const whole = [...(header ? [header] : []), ...(await headerCopies())];
    const base = whole.find((each) => each.recipient === recipient) ?? header;
    if (!base || !(await opensWhatIsLeft(identity))) throw new Refusal('wrong-recipient');
    await putInPlace({ ...base, recipient });
  }
  await keepOpen(identity);
}

async function putInPlace(header: Header): Promise<void> {
  await putHeader(header, null);
  closeVault();
  lookAgain();
  await copyHeader(header);
  await putBackWhatIsLost(header);
}

/**
 * The index; where there is none that it opens, more of the records than not, in the database and in the
 * second copy: anybody can add some that are sealed to another key. Or there is nothing left.
 */
async function opensWhatIsLeft(identity: string): Promise<boolean> {
  const index = await readStoredIndex();
  if (index && (await openIndex(await indexKey(identity), index)).ok) return true;
  const ids = await sealedIds('records');
  const stored = await readAllSealed('records', ids);
  const left = [
    ...ids.map((id, i) => [id, stored[i]] as const),
    ...((await readSecondCopy())?.records ?? new Map<string, Uint8Array>()),
  ];
  let opened = 0;
  for (const [id, sealed] of left) {
    const record = sealed && (await openRecord(identity, id, sealed));
    if (!record?.ok) continue;
    record.forget();
    opened += 1;
  }
  return left.length === 0 ? index === null : opened > left.length / 2;
}
