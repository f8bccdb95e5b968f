/** The derivations of the format, against values that were computed with Python's hmac alone. */
import { expect, test } from 'vitest';
import { base64 } from '@scure/base';
import { emptyIndex, openIndex, sealIndex } from './index-file';
import { digest, fingerprintKey, indexKey } from './keys';

/** 32 bytes 0x41, as an age identity. */
const IDENTITY = 'AGE-SECRET-KEY-1' + 'G9Q5ZS2PG9Q5ZS2PG9Q5ZS2PG9Q5ZS2PG9Q5ZS2PG9Q5ZS2PG9QSC006VW';

test('the fingerprint key', async () => {
  expect(base64.encode(await fingerprintKey(IDENTITY))).toBe('9ihvLou/0jcSHDdBuCut4orSIwb5Kea6AMl6h/uQuSs=');
});

test('the index key is AES-256-GCM with the head as associated data', async () => {
  const now = new Date('2026-11-25T10:00:00Z');
  const sealed = await sealIndex(await indexKey(IDENTITY), 7, emptyIndex('hash', now));
  const raw = base64.decode('QkF472TZQ8i+L5SlMwmV0/Llugkmv16ftWwDLXQfilE=');
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(raw), 'AES-GCM', false, ['decrypt']);
  const aes = { name: 'AES-GCM', iv: sealed.slice(13, 25), additionalData: sealed.slice(0, 13) };
  const plain = await crypto.subtle.decrypt(aes, key, sealed.slice(25));
  expect(JSON.parse(new TextDecoder().decode(plain))).toEqual(emptyIndex('hash', now));
  expect((await openIndex(await indexKey(IDENTITY), sealed)).ok).toBe(true);
});

test('a digest is of what a view shows, not of what is behind it', async () => {
  const bytes = new TextEncoder().encode('xabcx');
  expect(await digest(bytes.subarray(1, 4))).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
});
