import { beforeAll, describe, expect, test } from 'vitest';
import { identityOfPasskey, makePasskeySlot, openPasskeySlot } from './passkey';
import { makePassphraseSlot, newIdentity } from './slots';

const PRF = new Uint8Array(32).fill(0x41);
const OTHER = new Uint8Array(32).fill(0x42);

let identity = '';
let slot: Uint8Array = new Uint8Array();
beforeAll(async () => {
  identity = await newIdentity();
  slot = await makePasskeySlot(identity, PRF);
});

describe('the identity of a passkey', () => {
  test('is always the same: it was computed once by another implementation', async () => {
    expect(await identityOfPasskey(PRF)).toBe(
      'AGE-SECRET-KEY-1MA5F7KTEPACDCDQU5ZUPR74URFVGRL5WZED97VE4WUKX8RVHHDXS4TTKPA',
    );
  });

  test('is another one for another secret, and needs all of it', async () => {
    expect(await identityOfPasskey(OTHER)).not.toBe(await identityOfPasskey(PRF));
    await expect(identityOfPasskey(PRF.subarray(1))).rejects.toThrow(RangeError);
    await expect(identityOfPasskey(new Uint8Array(64))).rejects.toThrow(RangeError);
  });
});

describe('a passkey slot', () => {
  test('opens with its passkey, and says null to another one', async () => {
    expect(await openPasskeySlot(slot, PRF)).toBe(identity);
    expect(await openPasskeySlot(slot, OTHER)).toBeNull();
  });

  test('is not a passphrase slot', async () => {
    expect(await openPasskeySlot(await makePassphraseSlot(identity, 'EXAMPLE', 1), PRF)).toBeNull();
  });

  test('with any byte flipped or cut at any length gives no identity', { timeout: 60_000 }, async () => {
    const openedOrNot = (damaged: Uint8Array) => openPasskeySlot(damaged, PRF).catch(() => 'damaged');
    for (let at = 0; at < slot.length; at += 1) {
      const flipped = slot.with(at, (slot[at] ?? 0) ^ 1);
      expect(['damaged', null], `byte ${at} flipped`).toContain(await openedOrNot(flipped));
      expect(await openedOrNot(slot.slice(0, at)), `cut at ${at}`).toBe('damaged');
    }
    expect(await openedOrNot(slot), 'the control: untouched').toBe(identity);
  });

  test('whose payload is damaged throws, and is not taken for that of another passkey', async () => {
    const payload = slot.with(slot.length - 1, (slot[slot.length - 1] ?? 0) ^ 1);
    await expect(openPasskeySlot(payload, PRF)).rejects.toThrow();
    await expect(openPasskeySlot(new Uint8Array(5_000), PRF)).rejects.toThrow(RangeError);
  });
});
