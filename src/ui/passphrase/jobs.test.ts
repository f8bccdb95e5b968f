import { beforeAll, describe, expect, test, vi } from 'vitest';
import { Decrypter } from 'age-encryption';
import { base64 } from '@scure/base';
import type { BackupToken } from '../../messages/protocol';
import { UNTOLD } from '../../providers/provider';
import { openBackup } from '../../vault/backup';
import * as vaultSlots from '../../vault/slots';
import { perform } from './jobs';

vi.mock('../../vault/slots', { spy: true });

const FAST = 2; // scrypt work factor of the tests: N = 4
const PASSPHRASE = 'orbit EXAMPLE candle thirty velvet harbor';
const NEXT = 'maple EXAMPLE window seven copper island';

let identity = '';
let slot = '';
let damaged = '';
let other = '';
beforeAll(async () => {
  ({ identity, slot } = await perform({ name: 'make', ask: { passphrase: PASSPHRASE } }, FAST));
  const bytes = base64.decode(slot);
  damaged = base64.encode(bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1));
  other = (await perform({ name: 'make', ask: { passphrase: NEXT } }, FAST)).slot;
});

const open = (slots: readonly string[], passphrase = PASSPHRASE) =>
  perform({ name: 'open', ask: { slots, passphrase } });

const token: BackupToken = {
  ...UNTOLD,
  id: 'EXAMPLE-1',
  provider: 'zenodo',
  kind: 'personal',
  name: 'upload',
  origin: 'https://sandbox.zenodo.org',
  path: '/account/settings/applications/tokens/new/',
  ends: 'AAAA',
  seenAt: '2026-11-25T10:00:00.000Z',
  savedAt: '2026-11-25T10:00:01.000Z',
  secret: 'EXAMPLE' + 'A'.repeat(53),
};
const note = { provider: 'zenodo', scope: 'deposit:write', text: 'Only EXAMPLE uploads.', at: 1 };

describe('opening slots', () => {
  test('tries one after the other', async () => {
    expect(await open([other, slot])).toBe(identity);
    expect(await open([other, slot], 'wrong')).toBeNull();
    expect(await open([])).toBeNull();
  });

  test('goes on behind a damaged one, and throws only if none opened', async () => {
    expect(await open([damaged, slot])).toBe(identity);
    expect(await open(['not base64', slot])).toBe(identity);
    await expect(open([damaged])).rejects.toThrow(/damaged/);
    await expect(open([damaged, other])).rejects.toThrow(/damaged/);
    expect(await open([other]), 'the control: a wrong passphrase alone throws nothing').toBeNull();
  });
});

describe('changing the passphrase', () => {
  const change = (passphrase: string) =>
    perform({ name: 'change', ask: { slots: [slot], passphrase, next: NEXT } }, FAST);

  test('wraps the same identity', async () => {
    const changed = await change(PASSPHRASE);
    expect(changed?.identity).toBe(identity);
    expect(await open([changed?.slot ?? ''], NEXT)).toBe(identity);
    expect(await open([changed?.slot ?? ''], PASSPHRASE)).toBeNull();
  });

  test('needs the old passphrase', async () => {
    expect(await change('wrong')).toBeNull();
  });

  test('answers nothing that does not open again', async () => {
    const bad = base64.decode(other);
    vi.mocked(vaultSlots.makePassphraseSlot).mockResolvedValueOnce(bad);
    await expect(change(PASSPHRASE), 'a slot of another key').rejects.toThrow(/does not open/);
    vi.mocked(vaultSlots.makePassphraseSlot).mockResolvedValueOnce(bad.slice(0, -1));
    await expect(change(PASSPHRASE), 'a slot that is cut').rejects.toThrow();
    expect(await change(PASSPHRASE), 'the control').not.toBeNull();
  });
});

describe('starting over', () => {
  const startOver = (passphrase: string) =>
    perform({ name: 'start-over', ask: { slots: [slot], passphrase, next: NEXT } }, FAST);

  test('gives the old identity and a new key', async () => {
    const over = await startOver(PASSPHRASE);
    expect(over?.identity).toBe(identity);
    expect(over?.next.identity).not.toBe(identity);
    expect(over?.next.recipient).toBe(await vaultSlots.identityToRecipient(over?.next.identity ?? ''));
    expect(await open([over?.next.slot ?? ''], NEXT)).toBe(over?.next.identity);
  });

  test('needs the old passphrase, and a new slot that opens', async () => {
    expect(await startOver('wrong')).toBeNull();
    vi.mocked(vaultSlots.makePassphraseSlot).mockResolvedValueOnce(base64.decode(slot));
    await expect(startOver(PASSPHRASE)).rejects.toThrow(/does not open/);
  });
});

describe('a backup', () => {
  const write = (passphrase: string) =>
    perform(
      { name: 'write-backup', ask: { tokens: [token], notes: [note], slots: [other, slot], passphrase } },
      FAST,
    );

  test('has what it was given, and when it was made', async () => {
    const file = (await write(PASSPHRASE)) ?? new Uint8Array();
    const read = await perform({ name: 'read-backup', ask: { file, passphrase: PASSPHRASE } });
    expect(read).toMatchObject({ ok: true, tokens: [token], notes: [note], damage: null });
    const age = Date.now() - Date.parse((read.ok && read.created) || '');
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(60_000);
  });

  test("is protected by the vault's passphrase and no other", async () => {
    expect(await write('wrong')).toBeNull();
    expect(await openBackup((await write(PASSPHRASE)) ?? new Uint8Array(), 'wrong')).toEqual({
      ok: false,
      failure: 'wrong-passphrase',
    });
  });

  test('names a token that it lost by name, host and last characters', async () => {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(PASSPHRASE);
    const text = await decrypter.decrypt((await write(PASSPHRASE)) ?? new Uint8Array(), 'text');
    expect(JSON.parse(text.slice(0, text.indexOf('\n'))).contents).toEqual([
      { id: 'EXAMPLE-1', name: 'upload', host: 'sandbox.zenodo.org', ends: 'AAAA' },
    ]);
  });
});
