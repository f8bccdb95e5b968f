/** The life of a sighting, in a real browser's IndexedDB, with the extension's own APIs in memory. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault, restartBackground, restartBrowser, wipeAll } from '../../test/support/background';
import { page, seen as seenNamed } from '../../test/support/seen';
import { fakeBrowser } from '../../test/support/fake-browser';
import { UNTOLD } from '../providers/provider';
import { provider as github } from '../providers/github';
import { settings } from '../storage/items';
import { readSealed, sealedIds } from '../storage/records';
import { newIdentity } from '../vault/slots';
import { rememberForm } from './forms';
import { discard, dismiss, heldTokens, hold, HOLD_MS, pageGone, stateOf, sweep, tabGone } from './held';
import { allTokens, revealed } from './listing';
import { reconcile } from './reconcile';
import { save, saveHeld, sealWaiting } from './saving';
import { lock, unlock } from './unlock';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const seen = seenNamed('upload');
const SECRET = seen.secret;

let identity = '';

async function newVault() {
  ({ identity } = await makeVault());
}

beforeEach(wipeAll);
afterEach(async () => {
  vi.useRealTimers();
  await wipeAll();
});

describe('without a vault', () => {
  test('a token waits in memory only, and is saved the moment the vault exists', async () => {
    const { id, sighting } = await save(seen, page);
    expect(sighting).toEqual({ state: 'waits-for-vault' });
    expect(await sealedIds('held')).toEqual([]);
    expect(await heldTokens()).toMatchObject([
      { id, name: 'upload', host: 'zenodo.org', saveRequested: true },
    ]);
    await newVault();
    await sealWaiting();
    expect(await stateOf(id, page)).toMatchObject({ state: 'saved', locked: false });
    expect((await revealed(id)).secret).toBe(SECRET);
    expect(fakeBrowser.storage.session.dump()).not.toContain(SECRET);
  });

  test('what was only seen is sealed into the store of held tokens, not saved', async () => {
    const { entry } = await hold(seen, page);
    expect(fakeBrowser.storage.session.dump(), 'the control: it waited in memory').toContain(SECRET);
    await newVault();
    await sealWaiting();
    expect(await sealedIds('held')).toEqual([entry.id]);
    expect(await sealedIds('records')).toEqual([]);
    expect(fakeBrowser.storage.session.dump()).not.toContain(SECRET);
  });
});

describe('with a vault', () => {
  beforeEach(newVault);

  test('a held token is sealed at once, locked or not, and its secret is nowhere in memory', async () => {
    await lock();
    const { entry } = await hold(seen, page);
    expect(await readSealed('held', entry.id)).toBeInstanceOf(Uint8Array);
    expect(fakeBrowser.storage.session.dump()).not.toContain(SECRET);
  });

  test('Save while locked is saved, and copied after unlocking', async () => {
    await lock();
    const { id, sighting } = await save(seen, page);
    expect(sighting).toMatchObject({ state: 'saved', locked: true });
    await expect(allTokens()).rejects.toMatchObject({ failure: 'locked' });
    await unlock(identity);
    expect(await allTokens()).toMatchObject([
      { id, name: 'upload', ends: 'AAAA', origin: 'https://zenodo.org' },
    ]);
    expect((await revealed(id)).secret).toBe(SECRET);
  });

  test('the same token again is the same id: once held, once saved', async () => {
    const first = await hold(seen, page);
    const second = await hold(seen, { ...page, tabId: 8, documentId: 'D2' });
    expect(second.entry.id).toBe(first.entry.id);
    await save(seen, page);
    expect((await hold(seen, page)).state).toMatchObject({ state: 'saved' });
    await save(seen, page);
    expect(await sealedIds('records')).toEqual([first.entry.id]);
    expect(await heldTokens()).toEqual([]);
  });

  test('the creation form tells name and scopes of one token, and of no second one', async () => {
    const form = { ...UNTOLD, name: 'upload', scopes: ['repo', 'public_repo', 'gist'] };
    await rememberForm(github, form, page);
    expect((await hold(seen, page)).entry.details.scopes).toEqual(['repo', 'gist']);
    const next = { ...seen, secret: `B${SECRET.slice(1)}` };
    expect((await hold(next, page)).entry.details.scopes).toBeNull();
  });

  test('late details of the same document complete the record; of another one they do not', async () => {
    const { id } = await save(seen, page);
    const late = { ...seen, details: { ...seen.details, scopes: ['deposit:write'] } };
    await save(late, { ...page, documentId: 'D2' });
    expect((await allTokens())[0]?.scopes).toBeNull();
    await save(late, page);
    expect((await revealed(id)).token.scopes).toEqual(['deposit:write']);
  });

  test('Not now keeps it for the rescue list; a rescue moves what was sealed', async () => {
    await lock();
    const { entry } = await hold(seen, page);
    await dismiss(entry.id, page);
    expect(await stateOf(entry.id, page)).toEqual({ state: 'answered' });
    expect(await saveHeld(entry.id)).toMatchObject({ state: 'saved', locked: true });
    expect(await sealedIds('held')).toEqual([]);
    await unlock(identity);
    expect((await revealed(entry.id)).secret).toBe(SECRET);
  });

  test('Discard deletes it, and it is not offered again', async () => {
    const { entry } = await hold(seen, page);
    await discard(entry.id);
    expect(await sealedIds('held')).toEqual([]);
    expect((await hold(seen, page)).state).toEqual({ state: 'answered' });
  });

  test('another origin learns nothing of a token, and cannot answer for it', async () => {
    const { entry } = await hold(seen, page);
    const stranger = { ...page, origin: 'https://github.com' };
    expect(await stateOf(entry.id, stranger)).toEqual({ state: 'gone' });
    await dismiss(entry.id, stranger);
    await pageGone(entry.id, stranger);
    expect(await stateOf(entry.id, page)).toEqual({ state: 'held' });
  });

  test('with holding off only the page has the secret, and Save still works', async () => {
    await settings.set({ hold: false });
    const { entry } = await hold(seen, page);
    expect(await sealedIds('held')).toEqual([]);
    expect(await heldTokens()).toEqual([]);
    const { id } = await save(seen, page);
    expect(id).toBe(entry.id);
    expect((await revealed(id)).secret).toBe(SECRET);
  });
});

const later = (ms: number) => vi.useFakeTimers({ now: Date.now() + ms, toFake: ['Date'] });
const restartedWorker = async () => {
  restartBackground();
  await reconcile();
};

describe('ten minutes after its page is gone', () => {
  beforeEach(newVault);

  test('an unsaved token is deleted, not before, and not while its page is there', async () => {
    const { entry } = await hold(seen, page);
    later(HOLD_MS * 2);
    await sweep();
    expect(await sealedIds('held'), 'the page is still there').toEqual([entry.id]);
    await tabGone(page.tabId);
    later(HOLD_MS - 1_000);
    await sweep();
    expect(await sealedIds('held')).toEqual([entry.id]);
    later(2_000);
    await sweep();
    expect(await sealedIds('held')).toEqual([]);
    expect(await stateOf(entry.id, page)).toEqual({ state: 'gone' });
  });

  test('a page that comes back (bfcache) stops the clock', async () => {
    const { entry } = await hold(seen, page);
    await pageGone(entry.id, page);
    await stateOf(entry.id, page);
    later(HOLD_MS * 2);
    await sweep();
    expect(await sealedIds('held')).toEqual([entry.id]);
  });

  test('what a browser restart left without memory gets ten minutes of its own, once', async () => {
    const { entry } = await hold(seen, page);
    restartBrowser();
    expect(await heldTokens()).toMatchObject([{ id: entry.id, name: null, host: null }]);
    later(HOLD_MS - 1_000);
    await restartedWorker();
    await sweep();
    expect(await sealedIds('held'), 'its time is not over').toEqual([entry.id]);
    later(2_000);
    await restartedWorker();
    await sweep();
    expect(await sealedIds('held')).toEqual([]);
  });

  test('a stopped worker neither ends the ten minutes nor begins them anew', async () => {
    const { entry } = await hold(seen, page);
    await tabGone(page.tabId);
    later(HOLD_MS / 2);
    await restartedWorker();
    await sweep();
    expect(await heldTokens()).toMatchObject([{ id: entry.id, name: 'upload' }]);
    later(HOLD_MS / 2);
    await restartedWorker();
    await sweep();
    expect(await heldTokens()).toEqual([]);
    expect(await sealedIds('held')).toEqual([]);
  });

  test('what was answered with Not now is deleted too, and what was saved is not', async () => {
    const { entry } = await hold(seen, page);
    await dismiss(entry.id, page);
    const saved = await save({ ...seen, secret: `B${SECRET.slice(1)}` }, page);
    await tabGone(page.tabId);
    later(HOLD_MS - 1_000);
    await sweep();
    expect(await heldTokens()).toMatchObject([{ id: entry.id }]);
    later(2_000);
    await sweep();
    expect(await heldTokens()).toEqual([]);
    expect(await sealedIds('held')).toEqual([]);
    expect(await sealedIds('records')).toEqual([saved.id]);
  });

  test('the end of another tab begins nothing', async () => {
    const { entry } = await hold(seen, page);
    await tabGone(page.tabId + 1);
    later(HOLD_MS * 2);
    await sweep();
    expect(await sealedIds('held')).toEqual([entry.id]);
  });

  test('of two pages that show it, the end of the older begins nothing, and that of the newer does', async () => {
    const { entry } = await hold(seen, page);
    const newer = { ...page, tabId: 8, documentId: 'D2' };
    await hold(seen, newer);
    await pageGone(entry.id, page);
    await tabGone(page.tabId);
    later(HOLD_MS * 2);
    await sweep();
    expect(await sealedIds('held'), 'the newer page is there').toEqual([entry.id]);
    await pageGone(entry.id, newer);
    later(HOLD_MS + 1);
    await sweep();
    expect(await sealedIds('held')).toEqual([]);
  });

  test('of two pages that show it, the older one that asks after the newer is gone stops the clock', async () => {
    const { entry } = await hold(seen, page);
    const newer = { ...page, tabId: 8, documentId: 'D2' };
    await hold(seen, newer);
    await pageGone(entry.id, newer);
    await stateOf(entry.id, page);
    later(HOLD_MS * 2);
    await sweep();
    expect(await sealedIds('held')).toEqual([entry.id]);
    await pageGone(entry.id, page);
    later(HOLD_MS + 1);
    await sweep();
    expect(await sealedIds('held'), 'and its own end begins it').toEqual([]);
  });

  test('what was held before holding was switched off keeps its time', async () => {
    const { entry } = await hold(seen, page);
    await settings.set({ hold: false });
    await tabGone(page.tabId);
    later(HOLD_MS - 1_000);
    await sweep();
    expect(await heldTokens()).toMatchObject([{ id: entry.id }]);
    later(2_000);
    await sweep();
    expect(await heldTokens()).toEqual([]);
  });
});

describe('ten minutes after its page is gone, without a vault', () => {
  test('a token that only waited in memory is deleted from there', async () => {
    await hold(seen, page);
    await tabGone(page.tabId);
    later(HOLD_MS - 1_000);
    await sweep();
    expect(fakeBrowser.storage.session.dump()).toContain(SECRET);
    later(2_000);
    await sweep();
    expect(fakeBrowser.storage.session.dump()).not.toContain(SECRET);
    await newVault();
    await sealWaiting();
    expect([await sealedIds('held'), await sealedIds('records')]).toEqual([[], []]);
  });

  test.each([true, false])('one for which Save was clicked waits on, holding on: %s', async (on) => {
    await settings.set({ hold: on });
    const { id } = await save(seen, page);
    await tabGone(page.tabId);
    later(HOLD_MS * 6);
    await restartedWorker();
    await sweep();
    expect(await heldTokens()).toMatchObject([{ id, saveRequested: true }]);
    await newVault();
    await sealWaiting();
    expect((await revealed(id)).secret).toBe(SECRET);
  });
});

test('a worker that stopped between the commit and its note has saved the token', async () => {
  await newVault();
  const { entry } = await hold(seen, page);
  const before = await fakeBrowser.storage.session.get(`held:${entry.id}`);
  await save(seen, page);
  await fakeBrowser.storage.session.remove([`saved:${entry.id}`]);
  await fakeBrowser.storage.session.set(before);
  restartBackground();
  expect(await heldTokens(), 'the control: it looks unsaved').toHaveLength(1);
  await reconcile();
  expect(await heldTokens()).toEqual([]);
  expect(await stateOf(entry.id, page)).toMatchObject({ state: 'saved' });
});

test('of three create forms at once, one makes the vault and two are told so', async () => {
  const outcomes = await Promise.allSettled([newVault(), newVault(), newVault()]);
  const told = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(told).toMatchObject([{ failure: 'vault-exists' }, { failure: 'vault-exists' }]);
});

test("an identity that is not the vault's does not unlock it", async () => {
  await newVault();
  await lock();
  await expect(unlock(await newIdentity())).rejects.toMatchObject({ failure: 'wrong-recipient' });
});
