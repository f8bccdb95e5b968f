import { describe, expect, test } from 'vitest';
import { headerHash, newHeader, passkeySlots, passphraseSlots, readHeader, type Header } from './vault';

const now = new Date('2026-11-25T10:00:00Z');
const data = new Uint8Array([1, 2, 3]);
const header = newHeader('age1EXAMPLE', data, now);
const passkey = { type: 'passkey', data, created: now.toISOString(), credentialId: 'EXAMPLE', salt: 'AAAA' };
const later = { type: 'hardware', anything: [1] };

describe('a header', () => {
  test('reads as it was written, with slots of every type, known or not', () => {
    const whole: Header = { ...header, slots: [...header.slots, passkey, later] };
    const read = readHeader(structuredClone(whole));
    expect(read).toEqual(whole);
    expect(passphraseSlots(whole)).toHaveLength(1);
    expect(passkeySlots(whole)).toEqual([passkey]);
  });

  test('of a later version is told apart from a damaged one', () => {
    expect(readHeader({ ...header, v: 2 })).toBe('newer');
    for (const damaged of [null, 'x', {}, { ...header, recipient: 'ssh-ed25519' }, { ...header, slots: [1] }])
      expect(readHeader(damaged)).toBe('corrupt');
  });

  test('leaves out a slot that is not whole, and keeps it stored', () => {
    const damaged: Header = { ...header, slots: [{ type: 'passphrase' }, ...header.slots] };
    expect(readHeader(damaged)).toEqual(damaged);
    expect(passphraseSlots(damaged)).toHaveLength(1);
  });

  test('has another hash with anything in it changed, and the same in any order of its fields', async () => {
    const hash = await headerHash(header);
    const [slot] = passphraseSlots(header);
    const changed: Header[] = [
      { ...header, vaultId: 'other' },
      { ...header, recipient: 'age1OTHER' },
      { ...header, slots: [] },
      { ...header, slots: [...header.slots, later] },
      ...(slot ? [{ ...header, slots: [{ ...slot, data: new Uint8Array([1, 2, 4]) }] }] : []),
    ];
    expect(changed).toHaveLength(5);
    for (const each of changed) expect(await headerHash(each)).not.toBe(hash);
    const turned = { created: now.toISOString(), data, type: 'passphrase' };
    expect(await headerHash({ ...header, slots: [turned] })).toBe(hash);
  });
});
