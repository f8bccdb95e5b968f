/** Recognises a token that was seen before in this browser session, without keeping it. */
import { base64 } from '@scure/base';
import { recall, remember } from '../storage/session';

const KEY = 'fingerprint-key';

let imported: Promise<CryptoKey> | null = null;

/** The key is made once per browser session and imported once per start of the worker. */
function key(): Promise<CryptoKey> {
  imported ??= importKey();
  return imported;
}

async function importKey(): Promise<CryptoKey> {
  let raw = await recall<string>(KEY);
  if (!raw) {
    raw = base64.encode(crypto.getRandomValues(new Uint8Array(32)));
    await remember(KEY, raw);
  }
  const bytes = Uint8Array.from(base64.decode(raw));
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

/** HMAC-SHA-256, base64, under a random key that ends with the browser session. */
export async function fingerprint(origin: string, secret: string): Promise<string> {
  const text = new TextEncoder().encode(`${origin}\n${secret}`);
  return base64.encode(new Uint8Array(await crypto.subtle.sign('HMAC', await key(), text)));
}
