import { beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { emptyIndex, openIndex, sealIndex, type Index } from './index-file';
import { indexKey } from './keys';
import { newIdentity } from './slots';

const now = new Date('2026-11-25T10:00:00Z');
const entry = {
  id: 'a'.repeat(22),
  hash: 'h'.repeat(43),
  fingerprint: 'f'.repeat(22),
  metadata: { v: 1, id: 'a'.repeat(22), name: 'EXAMPLE' },
  listed: now.toISOString(),
  failure: null,
};
const index: Index = { ...emptyIndex('hash', now), entries: [entry], tombstones: { b: now.toISOString() } };

let key: CryptoKey;
let other: CryptoKey;
beforeAll(async () => {
  [key, other] = [await indexKey(await newIdentity()), await indexKey(await newIdentity())];
});

describe('an index', () => {
  test('opens to what was sealed, with its generation', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.maxSafeNat(), async (name, gen) => {
        const sealed = await sealIndex(key, gen, { ...index, entries: [{ ...entry, metadata: { name } }] });
        const opened = await openIndex(key, sealed);
        expect(opened).toMatchObject({ ok: true, gen, index: { entries: [{ metadata: { name } }] } });
      }),
      { numRuns: 30 },
    );
  });

  test('is refused with any byte flipped, and cut at any length', async () => {
    const sealed = await sealIndex(key, 7, index);
    for (let i = 0; i < sealed.length; i += 1) {
      const flipped = sealed.with(i, (sealed[i] ?? 0) ^ 1);
      expect((await openIndex(key, flipped)).ok, `byte ${i} flipped`).toBe(false);
      expect((await openIndex(key, sealed.slice(0, i))).ok, `cut at ${i}`).toBe(false);
    }
    expect((await openIndex(key, sealed)).ok, 'the control: untouched').toBe(true);
  });

  test('does not pass for a newer one: its generation is authenticated', async () => {
    const sealed = await sealIndex(key, 7, index);
    const raised = sealed.with(12, 8); // the last byte of the generation
    expect(await openIndex(key, raised)).toEqual({ ok: false, failure: 'corrupt' });
  });

  test('of another vault, and of a later version, is told apart from one that can be used', async () => {
    const sealed = await sealIndex(key, 7, index);
    expect(await openIndex(other, sealed)).toEqual({ ok: false, failure: 'corrupt' });
    expect(await openIndex(key, sealed.with(4, 2))).toEqual({ ok: false, failure: 'newer' });
    expect(await openIndex(key, new Uint8Array())).toEqual({ ok: false, failure: 'corrupt' });
  });

  test('never has the same bytes twice, and its key cannot be taken out', async () => {
    expect(await sealIndex(key, 7, index)).not.toEqual(await sealIndex(key, 7, index));
    expect(key.extractable).toBe(false);
  });
});
