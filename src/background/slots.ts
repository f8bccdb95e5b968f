/** The slots that wrap the vault's identity: what a page tries to unlock with, and how they change. */
import { base64 } from '@scure/base';
import type { Passkey, Slots } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { putHeader } from '../storage/vault';
import {
  headerHash,
  passkeySlots,
  passphraseSlot,
  passphraseSlots,
  type Header,
  type PasskeySlot,
  type Slot,
} from '../vault/vault';
import { inOpenVault } from './open-vault';
import { isResealing } from './reseal';
import { copyHeader, headerCopies } from './second-copy';
import { existingHeader, lookAgain, standing } from './standing';
import { indexWritten, sealedIndex } from './stored-index';
import { sameIdentity } from './unlock';

/**
 * All slots that may open the vault: the header's first, then those of its second copy that differ, so
 * that a damaged or replaced slot is not the end. Refuses with `no-vault`.
 */
export async function slots(): Promise<Slots> {
  const { header, trouble } = await standing();
  if (!header && trouble === null) throw new Refusal('no-vault');
  const headers = [...(header ? [header] : []), ...(await headerCopies())];
  const passkeys = headers.flatMap(passkeySlots).map(toPasskey);
  return {
    passphrase: [...new Set(headers.flatMap(passphraseSlots).map(({ data }) => base64.encode(data)))],
    passkeys: [...new Map(passkeys.map((passkey) => [passkey.credentialId, passkey])).values()],
    unknown: header ? header.slots.filter(isUnknown).length : 0,
    chosen: (header && passphraseSlots(header)[0]?.created) ?? null,
  };
}

const isUnknown = ({ type }: Slot) => type !== 'passphrase' && type !== 'passkey';

function toPasskey({ credentialId, salt, data, created }: PasskeySlot): Passkey {
  return { credentialId, salt, slot: base64.encode(data), created };
}

/** Puts a new passphrase slot in the place of the old ones. Refuses with `locked`, `wrong-recipient`, `busy`. */
export async function changePassphrase(identity: string, slot: string): Promise<void> {
  const fresh = passphraseSlot(base64.decode(slot), new Date());
  await changeSlots(identity, (old) => [fresh, ...old.filter(({ type }) => type !== 'passphrase')]);
}

/** Refuses with `locked`, `wrong-recipient`, `busy`. */
export async function addPasskey(identity: string, passkey: Omit<Passkey, 'created'>): Promise<void> {
  const { credentialId, salt, slot } = passkey;
  const created = new Date().toISOString();
  const added: PasskeySlot = { type: 'passkey', data: base64.decode(slot), created, credentialId, salt };
  await changeSlots(identity, (old) => [...withoutPasskey(old, credentialId), added]);
}

/** Refuses with `locked`, `busy`. */
export async function removePasskey(credentialId: string): Promise<void> {
  await changeSlots(null, (old) => withoutPasskey(old, credentialId));
}

function withoutPasskey(all: readonly Slot[], credentialId: string): Slot[] {
  return all.filter((slot) => !('credentialId' in slot) || slot.credentialId !== credentialId);
}

/** @param identity what the page opened the old slots with; `null` where it need not know it */
async function changeSlots(
  identity: string | null,
  change: (slots: readonly Slot[]) => readonly Slot[],
): Promise<void> {
  if (identity !== null) await sameIdentity(identity);
  if (await isResealing()) throw new Refusal('busy');
  await inOpenVault(async (vault) => {
    const before = await existingHeader();
    const header: Header = { ...before, slots: change(before.slots) };
    // Both stand in the copy until the change is done: one of them opens the vault, whatever happens.
    await copyHeader(before, header);
    const { contents } = vault;
    const hash = contents.header;
    // One that was changed by somebody else stays noticed.
    contents.header = await headerHash(header);
    try {
      await putHeader(header, await sealedIndex(vault));
    } catch (error) {
      contents.header = hash;
      throw error;
    }
    await indexWritten(vault);
    lookAgain();
    await copyHeader(header);
  });
}
