/** The real worker with real scrypt, about a second for each slot: one way through. */
import { expect, test } from 'vitest';
import { changePassphrase, loadWorker, makeVault, openSlots, readBackup, writeBackup } from './work';

const PASSPHRASE = 'orbit EXAMPLE candle thirty velvet harbor';
const NEXT = 'maple EXAMPLE window seven copper island';

test('the worker does its jobs', { timeout: 120_000 }, async () => {
  const { identity, slot } = await makeVault(PASSPHRASE);
  await expect(openSlots(['AAAA'], PASSPHRASE)).rejects.toThrow(/open/);
  // Loaded before it is needed, it does one job, and the next has a worker of its own.
  loadWorker();
  loadWorker();
  expect(await openSlots([slot], PASSPHRASE)).toBe(identity);
  const changed = await changePassphrase([slot], PASSPHRASE, NEXT);
  expect(changed?.identity).toBe(identity);
  const file = await writeBackup({ tokens: [], notes: [], slots: [changed?.slot ?? ''] }, NEXT);
  expect(await readBackup(file ?? new Uint8Array(), NEXT)).toMatchObject({ ok: true, damage: null });
});
