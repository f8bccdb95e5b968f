/** A token that is seen in a private window: in memory only until Save, whatever happens meanwhile. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault, restartBackground, restartBrowser, wipeAll } from '../../test/support/background';
import { fakeBrowser } from '../../test/support/fake-browser';
import { page, seen as seenNamed } from '../../test/support/seen';
import { Notes } from '../prompt/parts';
import { provider as zenodo } from '../providers/zenodo';
import { readSealed, sealedIds } from '../storage/records';
import { discard, heldTokens, hold, HOLD_MS, sweep, tabGone } from './held';
import { allTokens, revealed } from './listing';
import { offerOf } from './offer';
import { settleSaved } from './orphans';
import { reconcile } from './reconcile';
import { save, saveHeld, sealWaiting } from './saving';
import { lock, unlock } from './unlock';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const seen = seenNamed('upload');
const privatePage = { ...page, incognito: true };
let identity = '';

beforeEach(wipeAll);
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await wipeAll();
});

const memory = () => fakeBrowser.storage.session.dump();
const newVault = async () => {
  ({ identity } = await makeVault());
};

describe('with a vault', () => {
  beforeEach(newVault);

  test('it is in memory and not in the store of held tokens; the control: from a usual window it is', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await hold(seen, privatePage);
    expect(await sealedIds('held')).toEqual([]);
    expect(memory()).toContain(seen.secret);
    // The list is in order of time, and two of one millisecond have none.
    vi.setSystemTime(Date.now() + 1);
    const { entry } = await hold(seenNamed('usual'), page);
    expect(await sealedIds('held')).toEqual([entry.id]);
    expect(await heldTokens()).toMatchObject([
      { name: 'usual', incognito: false },
      { name: 'upload', incognito: true },
    ]);
  });

  test('it stays there over a stop of the background, and is gone with the browser', async () => {
    await hold(seen, privatePage);
    restartBackground();
    await reconcile();
    expect(await heldTokens()).toHaveLength(1);
    expect(await sealedIds('held')).toEqual([]);
    restartBrowser();
    await reconcile();
    expect(await heldTokens()).toEqual([]);
  });

  test.each(['the prompt', 'the popup'])('Save in %s seals it, locked or not', async (where) => {
    await lock();
    const { entry } = await hold(seen, privatePage);
    await (where === 'the prompt' ? save(seen, privatePage) : saveHeld(entry.id));
    expect(await sealedIds('records')).toEqual([entry.id]);
    expect(memory()).not.toContain(seen.secret);
    await unlock(identity);
    expect((await revealed(entry.id)).secret).toBe(seen.secret);
  });

  test('Discard, and the end of its ten minutes, write nothing', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    const remove = vi.spyOn(IDBObjectStore.prototype, 'delete');
    await discard((await hold(seen, privatePage)).entry.id);
    await hold(seenNamed('other'), privatePage);
    await tabGone(privatePage.tabId);
    vi.setSystemTime(Date.now() + HOLD_MS);
    await sweep();
    expect(await heldTokens()).toEqual([]);
    expect(put).not.toHaveBeenCalled();
    expect(remove).not.toHaveBeenCalled();
    await discard((await hold(seenNamed('usual'), page)).entry.id);
    expect(remove, 'the control').toHaveBeenCalled();
  });

  test('seen in a usual window too, it is sealed, and stays so', async () => {
    const { entry } = await hold(seen, privatePage);
    await hold(seen, { ...page, documentId: 'D2' });
    expect(await readSealed('held', entry.id)).toBeInstanceOf(Uint8Array);
    expect(memory()).not.toContain(seen.secret);
    await hold(seen, { ...privatePage, documentId: 'D3' });
    expect(memory()).not.toContain(seen.secret);
    await discard(entry.id);
    expect(await sealedIds('held')).toEqual([]);
  });

  test('one that was saved before memory was lost is known as saved at the unlock', async () => {
    const { id } = await save(seen, page);
    await allTokens();
    restartBrowser();
    const { entry } = await hold(seen, privatePage);
    expect(entry.id, 'the control: it is taken for a new one').not.toBe(id);
    await unlock(identity);
    await settleSaved();
    expect(await heldTokens()).toEqual([]);
    expect((await allTokens()).map((token) => token.id)).toEqual([id]);
  });
});

describe('without a vault', () => {
  test('making one seals what Save was clicked for, and nothing else', async () => {
    await hold(seen, privatePage);
    const { id } = await save(seenNamed('asked for'), privatePage);
    await newVault();
    await sealWaiting();
    expect(await sealedIds('held')).toEqual([]);
    expect(await sealedIds('records')).toEqual([id]);
    expect((await heldTokens()).map(({ name }) => name)).toEqual(['upload']);
  });
});

test('the prompt says so, after a warning if there is one', async () => {
  const words = async (scopes: string[], from: typeof page) => {
    const { entry } = await hold(seenNamed(scopes.join(), { scopes }), from);
    const drawn = Notes({ offer: offerOf(zenodo, entry, seen.secret, 'locked') });
    return drawn.textContent?.replace(/\s+/g, ' ').trim();
  };
  expect(await words([], privatePage)).toBe(
    'Private window: nothing of this token goes to the disk unless you save it.',
  );
  expect(await words(['deposit:actions'], privatePage)).toMatch(/^Can publish.*Private window: nothing/);
  expect(await words([], page), 'the control').toBe('');
  expect(await words(['deposit:actions', 'user:email'], page)).not.toContain('Private');
});
