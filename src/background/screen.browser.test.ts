/** Locking with the screen, and what takes its place where the browser does not tell of it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault, wipeAll } from '../../test/support/background';
import { fakeBrowser } from '../../test/support/fake-browser';
import { settings } from '../storage/items';
import { screenChanged, watchScreen } from './screen';
import { vaultState } from './unlock';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const { idle } = fakeBrowser;
const CHROMIUM = idle.IdleState;
const FIREFOX = { ACTIVE: 'active', IDLE: 'idle' };

beforeEach(async () => {
  await wipeAll();
  await makeVault();
});
afterEach(async () => {
  idle.IdleState = CHROMIUM;
  vi.restoreAllMocks();
  await wipeAll();
});

const after = async (state: string) => {
  await screenChanged(state);
  return vaultState();
};

describe('where the lock of the screen is told', () => {
  test('the vault locks with it, and not when nobody is here', async () => {
    const interval = vi.spyOn(idle, 'setDetectionInterval');
    watchScreen();
    expect(interval).not.toHaveBeenCalled();
    expect(await after('idle')).toBe('unlocked');
    expect(await after('locked')).toBe('locked');
  });

  test('it does not while that is switched off', async () => {
    await settings.set({ lockWithScreen: false });
    expect(await after('locked')).toBe('unlocked');
  });
});

describe('where it is not', () => {
  beforeEach(() => {
    idle.IdleState = FIREFOX;
  });

  test('the vault locks when nobody has been here for five minutes', async () => {
    const interval = vi.spyOn(idle, 'setDetectionInterval');
    watchScreen();
    expect(interval).toHaveBeenCalledWith(300);
    expect(await after('active')).toBe('unlocked');
    expect(await after('idle')).toBe('locked');
  });

  test('it does not while that is switched off', async () => {
    await settings.set({ lockWithScreen: false });
    expect(await after('idle')).toBe('unlocked');
  });
});
