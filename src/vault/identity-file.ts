/** The plaintext of every slot: an age identity file, as `age-keygen` writes one. */
import { identityToRecipient } from 'age-encryption';

/** The text of an identity file. @param identity `AGE-SECRET-KEY-1…` */
export async function writeIdentityFile(identity: string): Promise<string> {
  return `# SeenOnce vault\n# public key: ${await identityToRecipient(identity)}\n${identity}\n`;
}

/**
 * The identity that a file holds; comments and empty lines may stand around it.
 * @throws Error if there is none
 */
export function readIdentityFile(file: string): string {
  const identity = file.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  if (!identity) throw new Error('This slot holds no identity.');
  return identity.trim();
}
