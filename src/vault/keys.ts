/**
 * Keys that are derived from the vault's identity by HKDF-SHA256 without a salt, one per use. They are
 * made again at every start (about a millisecond) and never stored.
 */
import { base64urlnopad, bech32 } from '@scure/base';
import { derive } from './derive';

/** @returns 32 bytes for one use, from the 32 secret bytes of `AGE-SECRET-KEY-1…` */
async function keyFor(identity: string, use: string): Promise<Uint8Array> {
  const { bytes } = bech32.decodeToBytes(identity);
  const key = await derive(bytes, new Uint8Array(), `seenonce ${use} v1`);
  bytes.fill(0);
  return key;
}

/** The AES-256-GCM key of the index; it cannot be taken out of the browser's key store. */
export async function indexKey(identity: string): Promise<CryptoKey> {
  const raw = await keyFor(identity, 'index');
  const key = await crypto.subtle.importKey('raw', raw.slice(), 'AES-GCM', false, ['encrypt', 'decrypt']);
  raw.fill(0);
  return key;
}

/** The HMAC key of fingerprints, 32 bytes: it is kept in memory over a lock, to recognise tokens while locked. */
export function fingerprintKey(identity: string): Promise<Uint8Array> {
  return keyFor(identity, 'fingerprint');
}

/** The HMAC key of the marks on orders (`orders.ts`); it cannot be taken out of the browser's key store. */
export async function orderKey(identity: string): Promise<CryptoKey> {
  const raw = await keyFor(identity, 'order');
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', raw.slice(), hmac, false, ['sign', 'verify']);
  raw.fill(0);
  return key;
}

/** SHA-256, base64url. */
export async function digest(bytes: Uint8Array): Promise<string> {
  // WebCrypto takes no view of memory that might be shared; a copy is none.
  return base64urlnopad.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice())));
}
