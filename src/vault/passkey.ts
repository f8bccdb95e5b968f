/**
 * A passkey slot wraps the vault's identity with a passkey. The authenticator's PRF output becomes an age
 * identity of its own, and the slot is an ordinary age file sealed to it: `age -d -i` opens it. It stands
 * apart from the passphrase slot because a scrypt stanza must be alone in its file.
 */
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { bech32 } from '@scure/base';
import { derive } from './derive';
import { readIdentityFile, writeIdentityFile } from './identity-file';

const PRF_BYTES = 32;
const PURPOSE = 'seenonce passkey slot v1';
const MAX_SLOT = 4 * 1024; // bytes; an identity file sealed to a recipient has about 370

/**
 * The age identity that belongs to a passkey and a salt.
 * @param prf the output of WebAuthn's PRF extension, 32 bytes
 * @returns `AGE-SECRET-KEY-1…`
 * @throws RangeError if that is not 32 bytes long
 */
export async function identityOfPasskey(prf: Uint8Array): Promise<string> {
  if (prf.length !== PRF_BYTES) throw new RangeError(`A passkey's secret has ${PRF_BYTES} bytes.`);
  const scalar = await derive(prf, new Uint8Array(), PURPOSE);
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', scalar).toUpperCase();
}

/**
 * Wraps an identity with a passkey.
 * @param identity the vault's, `AGE-SECRET-KEY-1…`
 * @param prf as for `identityOfPasskey`
 * @returns a binary age file with one X25519 stanza; its plaintext is an age identity file
 */
export async function makePasskeySlot(identity: string, prf: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(await identityOfPasskey(prf)));
  return encrypter.encrypt(await writeIdentityFile(identity));
}

/**
 * Opens a passkey slot.
 * @param prf as for `identityOfPasskey`
 * @returns the vault's identity, or `null` if the slot is not this passkey's
 * @throws Error if the slot is damaged
 */
export async function openPasskeySlot(slot: Uint8Array, prf: Uint8Array): Promise<string | null> {
  if (slot.length > MAX_SLOT) throw new RangeError('This passkey slot is too large to be one.');
  const decrypter = new Decrypter();
  decrypter.addIdentity(await identityOfPasskey(prf));
  try {
    return readIdentityFile(await decrypter.decrypt(slot, 'text'));
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched')) return null;
    throw error;
  }
}
