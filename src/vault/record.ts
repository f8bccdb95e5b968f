/**
 * A record is one binary age v1 file with one X25519 stanza. Its plaintext is line 1, the metadata as
 * JSON `{"v":1,"id":…}`, and line 2, `{"secret":…}`, filled up with spaces to a multiple of 256 bytes,
 * so that sizes tell little. age has no associated data, so the id inside must equal the key outside.
 */
import { Decrypter, Encrypter } from 'age-encryption';
import { base64urlnopad } from '@scure/base';
import { parseObject } from './json';
import { isSecretLine, secretLine } from './secret-line';

export const RECORD_VERSION = 1;
const SIZE_CLASS = 256; // bytes
const MAX_PLAIN = 16 * 1024; // bytes
const MAX_SEALED = 24 * 1024; // bytes, checked before anything is parsed

/** JSON that line 1 carries beside `v` and `id`. What it means is the caller's business. */
export type Metadata = Readonly<Record<string, unknown>>;

/** Why a record cannot be opened. Its bytes are kept in any case. */
export type RecordFailure =
  | 'corrupt' // bytes changed or cut
  | 'other-vault' // sealed to another recipient
  | 'swapped' // the id inside is not the key outside
  | 'newer' // written by a later version
  | 'too-large';

export type OpenedRecord = {
  readonly ok: true;
  readonly metadata: Metadata;
  /** Decodes line 2. Called only to copy or reveal. */
  readonly secret: () => string;
  /** Line 2 as bytes, `{"secret":…}`: equal for equal secrets. A view that `forget` overwrites. */
  readonly secretLine: () => Uint8Array;
  /** Overwrites the plaintext bytes. `secret` must not be called afterwards. */
  readonly forget: () => void;
};

/** 16 random bytes, base64url: a record's key. */
export function newId(): string {
  return base64urlnopad.encode(crypto.getRandomValues(new Uint8Array(16)));
}

/**
 * Seals a record to the vault's public key; works locked.
 * @param recipient `age1…`
 * @throws RangeError if the plaintext would exceed 16 KiB
 */
export async function sealRecord(
  recipient: string,
  id: string,
  metadata: Metadata,
  secret: string,
): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const line1 = encoder.encode(`${JSON.stringify({ v: RECORD_VERSION, id, ...metadata })}\n`);
  return sealLines(recipient, line1, secretLine(secret));
}

/** Seals both lines, filled up to a size class, and overwrites the plaintext. */
async function sealLines(recipient: string, line1: Uint8Array, line2: Uint8Array): Promise<Uint8Array> {
  const encoded = new Uint8Array(line1.length + line2.length);
  encoded.set(line1);
  encoded.set(line2, line1.length);
  line2.fill(0);
  const size = Math.ceil(encoded.length / SIZE_CLASS) * SIZE_CLASS;
  if (size > MAX_PLAIN) throw new RangeError(`A record holds at most ${MAX_PLAIN} bytes.`);
  const plain = new Uint8Array(size).fill(0x20);
  plain.set(encoded);
  encoded.fill(0);
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(plain);
  plain.fill(0);
  return sealed;
}

/**
 * Seals an opened record again, to another recipient: both lines as they are, nothing decoded.
 * @throws RangeError if the plaintext would exceed 16 KiB
 */
export function resealRecord(recipient: string, record: OpenedRecord): Promise<Uint8Array> {
  const line1 = new TextEncoder().encode(`${JSON.stringify(record.metadata)}\n`);
  return sealLines(recipient, line1, record.secretLine().slice());
}

/**
 * Opens a record with the vault's identity (`AGE-SECRET-KEY-1…`).
 * @param id the key under which the bytes were stored
 */
export async function openRecord(
  identity: string,
  id: string,
  sealed: Uint8Array,
): Promise<OpenedRecord | { readonly ok: false; readonly failure: RecordFailure }> {
  if (sealed.length > MAX_SEALED) return { ok: false, failure: 'too-large' };
  const plain = await decrypt(identity, sealed);
  if (typeof plain === 'string') return { ok: false, failure: plain };
  const end = plain.indexOf(0x0a);
  const metadata = parseObject(plain.subarray(0, Math.max(end, 0)));
  if (!metadata || typeof metadata.v !== 'number') return { ok: false, failure: 'corrupt' };
  if (metadata.v > RECORD_VERSION) return { ok: false, failure: 'newer' };
  if (metadata.id !== id) return { ok: false, failure: 'swapped' };
  if (!isSecretLine(trimmed(plain.subarray(end + 1)))) return { ok: false, failure: 'corrupt' };
  return {
    ok: true,
    metadata,
    secret: () => {
      const secret = parseObject(plain.subarray(end + 1))?.secret;
      if (typeof secret !== 'string') throw new TypeError('This record has no secret in line 2.');
      return secret;
    },
    secretLine: () => trimmed(plain.subarray(end + 1)),
    forget: () => plain.fill(0),
  };
}

/** Without the spaces at the end. */
function trimmed(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0x20) + 1);
}

async function decrypt(identity: string, sealed: Uint8Array): Promise<Uint8Array | RecordFailure> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(sealed);
  } catch (error) {
    // typage 0.3.1 has no error classes; this message is its only word for "sealed to somebody else".
    return error instanceof Error && error.message.startsWith('no identity matched')
      ? 'other-vault'
      : 'corrupt';
  }
}
