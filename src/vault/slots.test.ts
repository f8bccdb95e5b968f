import { beforeAll, describe, expect, test } from 'vitest';
import { makePassphraseSlot, newIdentity, openPassphraseSlot } from './slots';

const FAST = 10; // scrypt work factor of the tests: N = 2^10
const PASSPHRASE = 'orbit EXAMPLE candle thirty velvet harbor';

let identity = '';
let slot: Uint8Array = new Uint8Array();
beforeAll(async () => {
  identity = await newIdentity();
  slot = await makePassphraseSlot(identity, PASSPHRASE, FAST);
});

describe('a passphrase slot', () => {
  test('opens with its passphrase, and says null to another one', async () => {
    expect(await openPassphraseSlot(slot, PASSPHRASE)).toBe(identity);
    expect(await openPassphraseSlot(slot, `${PASSPHRASE} `)).toBeNull();
  });

  test('takes both Unicode forms of one passphrase', async () => {
    const composed = 'Stra\u00dfe am K\u00f6nigsee EXAMPLE';
    const own = await makePassphraseSlot(identity, composed, FAST);
    expect(await openPassphraseSlot(own, composed.normalize('NFD'))).toBe(identity);
  });

  test('that is damaged throws, and is not taken for a wrong passphrase', async () => {
    const payload = slot.with(slot.length - 1, (slot[slot.length - 1] ?? 0) ^ 1);
    await expect(openPassphraseSlot(payload, PASSPHRASE)).rejects.toThrow();
    await expect(openPassphraseSlot(slot.slice(0, 60), PASSPHRASE)).rejects.toThrow();
    await expect(openPassphraseSlot(new Uint8Array(5_000), PASSPHRASE)).rejects.toThrow(RangeError);
  });

  test('that asks for more than 2^20 is refused before the work is done', async () => {
    const text = new TextDecoder('latin1').decode(slot);
    const greedy = Uint8Array.from(text.replace(/(-> scrypt \S+) 10/, '$1 30'), (char) => char.charCodeAt(0));
    expect(greedy.length, 'the control: the work factor was replaced').toBe(slot.length);
    await expect(openPassphraseSlot(greedy, PASSPHRASE)).rejects.toThrow(/work factor/);
  });
});

describe('a passphrase slot of which anything is changed or cut', () => {
  const NO_WORK = 1; // thousands are opened
  let small: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    small = await makePassphraseSlot(identity, PASSPHRASE, NO_WORK);
  });

  /** Throwing is right too: it says that the slot is damaged. */
  const opened = (changed: Uint8Array) => openPassphraseSlot(changed, PASSPHRASE).catch(() => null);

  test('the control: untouched it opens', async () => {
    expect(await opened(small)).toBe(identity);
  });

  test('gives no identity, whichever bit was flipped', async () => {
    const places = Array.from({ length: small.length * 8 }, (_, bit) => bit);
    expect(places.length).toBeGreaterThan(2_000);
    for (const bit of places) {
      const at = bit >> 3;
      const flipped = small.with(at, (small[at] ?? 0) ^ (1 << (bit & 7)));
      expect(await opened(flipped), `bit ${bit & 7} of byte ${at}`).toBeNull();
    }
  });

  test('gives no identity, wherever it was cut, and with anything behind its end', async () => {
    for (let length = 0; length < small.length; length += 1)
      expect(await opened(small.slice(0, length)), `cut to ${length} bytes`).toBeNull();
    expect(await opened(Uint8Array.from([...small, 0]))).toBeNull();
  });
});
