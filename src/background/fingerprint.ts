/**
 * Recognises a token that was seen before in this browser session, without keeping it. One key is made
 * at random with the session; a second one comes from the vault's identity at the first unlock, and
 * stays in memory over a lock, with the fingerprints of all that is saved (`known.ts`).
 */
import { base64, base64urlnopad } from '@scure/base';
import { recall, remember } from '../storage/session';
import { secretLine } from '../vault/secret-line';

const SESSION_KEY = 'fingerprint-key';
const VAULT_KEY = 'vault-fingerprint-key';
const LENGTH = 16; // bytes that are kept of a fingerprint

const imported = new Map<string, Promise<CryptoKey>>();

/** An HMAC-SHA-256 key from 32 bytes, imported once per start of the background. */
function imported256(raw: string): Promise<CryptoKey> {
  const known = imported.get(raw) ?? importKey(base64.decode(raw));
  imported.set(raw, known);
  return known;
}

export function importKey(bytes: Uint8Array): Promise<CryptoKey> {
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', Uint8Array.from(bytes), hmac, false, ['sign']);
}

async function keys(): Promise<CryptoKey[]> {
  let raw = await recall<string>(SESSION_KEY);
  if (!raw) {
    raw = base64.encode(crypto.getRandomValues(new Uint8Array(32)));
    await remember(SESSION_KEY, raw);
  }
  const vault = await recall<string>(VAULT_KEY);
  return Promise.all([raw, ...(vault === undefined ? [] : [vault])].map(imported256));
}

/**
 * Recognises from now on what is saved in the vault, too.
 * @param key 32 bytes
 * @returns whether it is another key than before: fingerprints under that one are of no use any more
 */
export async function recogniseSaved(key: Uint8Array): Promise<boolean> {
  const raw = base64.encode(key);
  if ((await recall<string>(VAULT_KEY)) === raw) return false;
  await remember(VAULT_KEY, raw);
  return true;
}

/** @param line the record's line 2. @returns 22 characters, base64url */
export async function fingerprintOf(key: CryptoKey, origin: string, line: Uint8Array): Promise<string> {
  const place = new TextEncoder().encode(`${origin}\n`);
  const text = new Uint8Array(place.length + line.length);
  text.set(place);
  text.set(line, place.length);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, text));
  text.fill(0);
  return base64urlnopad.encode(mac.subarray(0, LENGTH));
}

/** A token's fingerprint under each key that this session knows. */
export async function fingerprints(origin: string, line: Uint8Array): Promise<string[]> {
  return Promise.all((await keys()).map((key) => fingerprintOf(key, origin, line)));
}

export const fingerprintsOfSecret = (origin: string, secret: string) =>
  fingerprints(origin, secretLine(secret));
