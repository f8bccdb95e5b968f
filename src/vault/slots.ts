/**
 * Slots wrap the vault's identity. The passphrase slot is what `age -p` makes of an identity file, so
 * the stock command line opens it, and `age -d -i slot.age record.age` opens a record.
 * scrypt runs synchronously for about a second: call these in a Worker.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readIdentityFile, writeIdentityFile } from './identity-file';
import { LOG_N, normalised } from './passphrase';

const MAX_SLOT = 4 * 1024; // bytes; an identity file sealed to a passphrase has about 350

export { identityToRecipient };

/** A new X25519 identity, `AGE-SECRET-KEY-1…`. */
export function newIdentity(): Promise<string> {
  return generateX25519Identity();
}

/**
 * Wraps an identity with a passphrase.
 * @returns a binary age file with one scrypt stanza; its plaintext is an age identity file
 */
export async function makePassphraseSlot(
  identity: string,
  passphrase: string,
  logN: number = LOG_N,
): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(normalised(passphrase));
  encrypter.setScryptWorkFactor(logN);
  return encrypter.encrypt(await writeIdentityFile(identity));
}

/**
 * Opens a passphrase slot.
 * @returns the identity, or `null` if the passphrase is not the slot's
 * @throws Error if the slot is damaged, or asks for more scrypt work than 2^20
 */
export async function openPassphraseSlot(slot: Uint8Array, passphrase: string): Promise<string | null> {
  if (slot.length > MAX_SLOT) throw new RangeError('This passphrase slot is too large to be one.');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normalised(passphrase));
  let file: string;
  try {
    file = await decrypter.decrypt(slot, 'text');
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('no identity matched')) return null;
    throw error;
  }
  return readIdentityFile(file);
}
