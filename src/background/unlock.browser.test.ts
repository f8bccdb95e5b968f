/** When an open vault locks: nothing but use puts its deadline off. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault, restartBackground, restartBrowser, wipeAll } from '../../test/support/background';
import { page, seen } from '../../test/support/seen';
import { fakeBrowser } from '../../test/support/fake-browser';
import type { NewVault } from '../messages/protocol';
import { settings } from '../storage/items';
import { sealedIds } from '../storage/records';
import { heldTokens, hold } from './held';
import { allTokens } from './listing';
import { saveHeld } from './saving';
import { identity, lock, touch, unlock, vaultState } from './unlock';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const MINUTE = 60_000;
/** Moves the clock, without anything running meanwhile. */
const clock = (ms: number) => vi.setSystemTime(Date.now() + ms);

let key: NewVault;
beforeEach(async () => {
  await wipeAll();
  vi.useFakeTimers({ toFake: ['Date'] });
  key = await makeVault();
});
afterEach(async () => {
  vi.useRealTimers();
  await wipeAll();
});

describe('an open vault', () => {
  test('is open until its deadline, and not a moment longer, whatever alarm came late', async () => {
    clock(10 * MINUTE - 1_000);
    expect(await vaultState()).toBe('unlocked');
    clock(1_000);
    expect(await vaultState()).toBe('locked');
    expect(fakeBrowser.storage.session.dump()).not.toContain(key.identity.slice(-20));
  });

  test('counts on while its worker is stopped, and through a suspended computer', async () => {
    clock(9 * MINUTE);
    restartBackground();
    expect(await vaultState()).toBe('unlocked');
    clock(60 * MINUTE);
    restartBackground();
    expect(await identity()).toBeNull();
  });

  test('that is used is open for another ten minutes', async () => {
    clock(9 * MINUTE);
    await touch();
    clock(9 * MINUTE);
    expect(await vaultState()).toBe('unlocked');
  });

  test('locks when the clock is set back, which would put its deadline off', async () => {
    clock(9 * MINUTE);
    expect(await vaultState()).toBe('unlocked');
    clock(-8 * MINUTE);
    expect(await vaultState()).toBe('locked');
  });

  test('does not lock when the clock is corrected by a second', async () => {
    clock(1 * MINUTE);
    await identity();
    clock(-1_000);
    expect(await vaultState()).toBe('unlocked');
  });

  test('without a deadline locks only with the browser', async () => {
    await settings.set({ lockAfter: null });
    await touch();
    clock(48 * 60 * MINUTE);
    expect(await vaultState()).toBe('unlocked');
    restartBrowser();
    expect(await vaultState()).toBe('locked');
  });

  test('whose deadline is lost is locked, not open for ever', async () => {
    await fakeBrowser.storage.session.remove(['deadline']);
    restartBackground();
    expect(await vaultState()).toBe('locked');
  });
});

test.each<[how: string, () => Promise<unknown>]>([
  ['the button', lock],
  ['the deadline', async () => clock(11 * MINUTE)],
  ['the end of the browser', async () => restartBrowser()],
])('a token that is held survives %s, and can be saved locked', async (_, how) => {
  const { entry } = await hold(seen('held'), page);
  await how();
  expect(await vaultState()).toBe('locked');
  expect(await heldTokens()).toMatchObject([{ id: entry.id }]);
  await saveHeld(entry.id);
  expect(await sealedIds('records')).toEqual([entry.id]);
  vi.useRealTimers();
  await unlock(key.identity);
  expect(await allTokens()).toMatchObject([{ name: 'held' }]);
});
