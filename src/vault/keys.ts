/**
 * Keys that are derived from the vault's identity by HKDF-SHA256 without a salt, one per use. They are
 * made again at every start (about a millisecond) and never stored.
 */
import { base64urlnopad, bech32 } from '@scure/base';

const text = (words: string) => new TextEncoder().encode(words);

/** The 32 secret bytes of `AGE-SECRET-KEY-1…`, as a key to derive others from. */
async function root(identity: string): Promise<CryptoKey> {
  const { bytes } = bech32.decodeToBytes(identity);
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(bytes), 'HKDF', false, [
    'deriveKey',
    'deriveBits',
  ]);
  bytes.fill(0);
  return key;
}

const hkdf = (use: string) => ({
  name: 'HKDF',
  hash: 'SHA-256',
  salt: new Uint8Array(),
  info: text(`seenonce ${use} v1`),
});

/** The AES-256-GCM key of the index; it cannot be taken out of the browser's key store. */
export async function indexKey(identity: string): Promise<CryptoKey> {
  const aes = { name: 'AES-GCM', length: 256 };
  return crypto.subtle.deriveKey(hkdf('index'), await root(identity), aes, false, ['encrypt', 'decrypt']);
}

/** The HMAC key of fingerprints, 32 bytes: it is kept in memory over a lock, to recognise tokens while locked. */
export async function fingerprintKey(identity: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf('fingerprint'), await root(identity), 256));
}

/** SHA-256, base64url. */
export async function digest(bytes: Uint8Array): Promise<string> {
  // A view of a larger buffer is hashed as what it shows.
  return base64urlnopad.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())));
}
