/** What an update of the extension may do to held tokens: wait, and if it did not, lose no more than their names. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault, restartBrowser, wipeAll } from '../../test/support/background';
import { page, seen as seenNamed } from '../../test/support/seen';
import { fakeBrowser } from '../../test/support/fake-browser';
import type { Seen } from '../messages/protocol';
import { putSealed, sealedIds } from '../storage/records';
import { discard, heldTokens, hold, HOLD_MS, pageGone, stateOf, sweep } from './held';
import { allTokens } from './listing';
import { save, sealWaiting } from './saving';
import { unlock } from './unlock';
import { afterUnlock } from './unlocked';
import { updateAvailable, updateOrWait } from './updating';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const seen = seenNamed('upload');

let identity = '';
const reload = vi.spyOn(fakeBrowser.runtime, 'reload');

async function newVault() {
  ({ identity } = await makeVault());
}

/** All memory is gone, the vault is locked, the store of held tokens is as it was. */
const update = () => restartBrowser();

/** Does the background still call the browser, which keeps it running? */
async function isAwake(): Promise<boolean> {
  const asked = vi.spyOn(fakeBrowser.runtime, 'getPlatformInfo');
  await vi.advanceTimersByTimeAsync(25_000);
  const calls = asked.mock.calls.length;
  asked.mockRestore();
  return calls > 0;
}
const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(async () => {
  await wipeAll();
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
  reload.mockClear();
});
afterEach(async () => {
  restartBrowser();
  await isAwake(); // What stayed awake learns that nothing waits.
  vi.useRealTimers();
  await wipeAll();
});

describe('an update', () => {
  test('comes at once while nothing is held', async () => {
    await updateAvailable();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  test('that there is not does not come', async () => {
    await updateOrWait();
    expect(reload).not.toHaveBeenCalled();
  });

  test('waits for a token that is in memory only, and comes when that is saved', async () => {
    const { id } = await save(seen, page);
    await updateAvailable();
    expect(reload).not.toHaveBeenCalled();
    await newVault();
    await sealWaiting();
    await updateOrWait();
    expect(reload).toHaveBeenCalledTimes(1);
    expect(await sealedIds('records')).toEqual([id]);
  });

  test('waits for a sealed one too, until its ten minutes are over', async () => {
    await newVault();
    const { entry } = await hold(seen, page);
    await updateAvailable();
    await pageGone(entry.id, page);
    await updateOrWait();
    expect(reload).not.toHaveBeenCalled();
    later(HOLD_MS + 1);
    await sweep();
    await updateOrWait();
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

describe('Chromium updates an extension whose background stopped, so', () => {
  test('it stays awake while a token is in memory only, and no longer', async () => {
    expect(await isAwake()).toBe(false);
    const { entry } = await hold(seen, page);
    expect(await isAwake()).toBe(true);
    expect(await isAwake()).toBe(true);
    await discard(entry.id);
    await isAwake();
    expect(await isAwake()).toBe(false);
  });

  test('it stays awake for a sealed token only while an update waits', async () => {
    await newVault();
    await hold(seen, page);
    expect(await isAwake()).toBe(false);
    await updateAvailable();
    expect(await isAwake()).toBe(true);
  });
});

describe('after an update that did not wait', () => {
  test('unlocking gives a held token its name back, and its page gives no second one', async () => {
    await newVault();
    const { entry } = await hold(seen, page);
    update();
    expect(await heldTokens(), 'the control').toMatchObject([{ id: entry.id, name: null }]);
    await unlock(identity);
    await afterUnlock();
    expect(await heldTokens()).toMatchObject([{ id: entry.id, name: 'upload', host: 'zenodo.org' }]);
    expect((await hold(seen, page)).entry.id).toBe(entry.id);
  });

  test('a token that its page shows again is listed twice while locked, and once when unlocked', async () => {
    await newVault();
    const before = await hold(seen, page);
    update();
    const after = await hold(seen, page);
    expect(after.entry.id).not.toBe(before.entry.id);
    expect(await heldTokens(), 'the control').toHaveLength(2);
    await unlock(identity);
    await afterUnlock();
    expect(await heldTokens()).toMatchObject([{ id: after.entry.id, name: 'upload' }]);
    expect(await sealedIds('held')).toEqual([after.entry.id]);
  });

  test('a token that was saved again meanwhile waits no more when unlocked', async () => {
    await newVault();
    await hold(seen, page);
    update();
    await save(seen, page);
    expect(await heldTokens(), 'the control').toHaveLength(1);
    await unlock(identity);
    await afterUnlock();
    expect(await heldTokens()).toEqual([]);
    expect(await allTokens()).toHaveLength(1);
  });

  test('a token that was saved before the update is known as saved when unlocked', async () => {
    await newVault();
    const other: Seen = { ...seen, secret: 'EXAMPLE' + 'B'.repeat(49) + 'AAAA' };
    await save(seen, page);
    update();
    const { entry } = await hold(seen, page);
    const alike = await hold(other, page);
    expect(await heldTokens(), 'the control').toHaveLength(2);
    await unlock(identity);
    await afterUnlock();
    expect(await heldTokens()).toMatchObject([{ id: alike.entry.id }]);
    expect(await stateOf(entry.id, page)).toMatchObject({ state: 'saved' });
    expect(await allTokens()).toHaveLength(1);
  });

  test('what another vault sealed stays, without a name', async () => {
    await newVault();
    const { entry } = await hold(seen, page);
    update();
    await unlock(identity);
    await putSealed('held', entry.id, new Uint8Array(300));
    await afterUnlock();
    expect(await heldTokens()).toMatchObject([{ id: entry.id, name: null }]);
  });

  test('the ten minutes of an adopted token go on', async () => {
    await newVault();
    await hold(seen, page);
    update();
    await heldTokens();
    await unlock(identity);
    await afterUnlock();
    later(HOLD_MS + 1);
    await sweep();
    expect(await sealedIds('held')).toEqual([]);
  });
});
