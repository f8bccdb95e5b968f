import { beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { newId, openRecord, sealRecord } from './record';

let identity = '';
let recipient = '';
beforeAll(async () => {
  identity = await generateX25519Identity();
  recipient = await identityToRecipient(identity);
});

const SECRET = 'EXAMPLE' + 'A'.repeat(33);

describe('a record', () => {
  test('opens to what was sealed, for any Unicode', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, text, async (name, secret) => {
        const id = newId();
        const record = await openRecord(identity, id, await sealRecord(recipient, id, { name }, secret));
        expect(record).toMatchObject({ ok: true, metadata: { v: 1, id, name } });
        expect(record.ok && record.secret()).toBe(secret);
      }),
      { numRuns: 50 },
    );
  });

  test('has one size for all names and secrets of a size class', async () => {
    const sizes = await Promise.all(
      ['a', 'a longer name', 'ü'.repeat(20)].map(
        async (name) => (await sealRecord(recipient, newId(), { name }, SECRET)).length,
      ),
    );
    expect(new Set(sizes)).toEqual(new Set([456]));
    const larger = await sealRecord(recipient, newId(), { name: 'a'.repeat(200) }, SECRET);
    expect(larger.length).toBe(712);
  });

  test('is refused when it stands under another id', async () => {
    const sealed = await sealRecord(recipient, newId(), {}, SECRET);
    expect(await openRecord(identity, newId(), sealed)).toEqual({ ok: false, failure: 'swapped' });
  });

  test('of another vault is told apart from a damaged one', async () => {
    const id = newId();
    const sealed = await sealRecord(recipient, id, {}, SECRET);
    const other = await generateX25519Identity();
    expect(await openRecord(other, id, sealed)).toEqual({ ok: false, failure: 'other-vault' });
  });

  test('of a later version is not read', async () => {
    const id = newId();
    const sealed = await sealRecord(recipient, id, { v: 2 }, SECRET);
    expect(await openRecord(identity, id, sealed)).toEqual({ ok: false, failure: 'newer' });
  });

  test('is refused with any byte flipped, and cut at any length', { timeout: 60_000 }, async () => {
    const id = newId();
    const sealed = await sealRecord(recipient, id, { name: 'x' }, SECRET);
    for (let i = 0; i < sealed.length; i += 1) {
      const flipped = sealed.with(i, (sealed[i] ?? 0) ^ 1);
      expect((await openRecord(identity, id, flipped)).ok, `byte ${i} flipped`).toBe(false);
      expect((await openRecord(identity, id, sealed.slice(0, i))).ok, `cut at ${i}`).toBe(false);
    }
    expect((await openRecord(identity, id, sealed)).ok, 'the control: untouched').toBe(true);
  });

  test('that is too large is neither written nor parsed', async () => {
    await expect(sealRecord(recipient, newId(), { name: 'a'.repeat(17_000) }, SECRET)).rejects.toThrow(
      RangeError,
    );
    const huge = new Uint8Array(24 * 1024 + 1);
    expect(await openRecord(identity, newId(), huge)).toEqual({ ok: false, failure: 'too-large' });
  });

  test('forgets its plaintext on demand', async () => {
    const id = newId();
    const record = await openRecord(identity, id, await sealRecord(recipient, id, {}, SECRET));
    if (!record.ok) throw new Error(record.failure);
    record.forget();
    expect(() => record.secret()).toThrow(TypeError);
  });
});
