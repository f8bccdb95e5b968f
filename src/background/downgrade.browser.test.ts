/**
 * This program in front of what a later version wrote: nothing of it is written over or deleted, and what
 * cannot be done is refused in words. A newer backup is in `vault/backup.test.ts`, a newer token in one in
 * `backup.browser.test.ts`.
 */
import { base64 } from '@scure/base';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault, restartBackground, restartBrowser, wipeAll } from '../../test/support/background';
import { fakeBrowser } from '../../test/support/fake-browser';
import { metadataOf, newKey, page, secretOf, seen, slotOf } from '../../test/support/seen';
import { putLines, readStored } from '../../test/support/stored-vault';
import type { NewVault } from '../messages/protocol';
import { closeStorage } from '../storage/database';
import { settings, sites } from '../storage/items';
import { putSealed, readSealed, sealedIds } from '../storage/records';
import { changeSecondCopy } from '../storage/second-copy';
import { putIndex, readStoredIndex } from '../storage/vault';
import { openIndex, sealIndex, type EntryFailure, type Index } from '../vault/index-file';
import { indexKey } from '../vault/keys';
import { sealRecord } from '../vault/record';
import { restore } from './backup';
import { acknowledgeNotices, giveUp, problems } from './checking';
import { deleteToken } from './deleting';
import { discard, heldTokens, hold, HOLD_MS, sweep } from './held';
import { allTokens, revealed } from './listing';
import { allNotes, setNote } from './notes';
import { reconcile } from './reconcile';
import { repair } from './repair';
import { goOn, startOver } from './reseal';
import { save, saveHeld, sealWaiting } from './saving';
import { allSites, setSite } from './sites';
import { changePassphrase } from './slots';
import { status } from './status';
import { create, lock, unlock } from './unlock';
import { afterUnlock } from './unlocked';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const NOTE = { provider: 'zenodo', scope: 'deposit:write' };
/** An id that no token has. */
const ID = 'x'.repeat(22);

let key: NewVault;
let a = '';
let held = '';

/** A token, a sealed held one and a note, and the vault locked. */
beforeEach(async () => {
  await wipeAll();
  key = await makeVault();
  a = (await save(seen('a'), page)).id;
  held = (await hold(seen('held'), page)).entry.id;
  await setNote({ ...NOTE, text: 'EXAMPLE note' });
  await allTokens();
  await lock();
  await changeSecondCopy((copy) => copy);
});
afterEach(async () => {
  vi.useRealTimers();
  await wipeAll();
});

async function open(): Promise<void> {
  await unlock(key.identity);
  await afterUnlock();
}

/** Sealed by a later version. */
const ofLater = (id: string, over: object = {}) =>
  sealRecord(key.recipient, id, { ...metadataOf('later'), ...over, v: 2 }, secretOf('later'));

/** What stands on the disk, once all that nobody waits for is done. */
async function disk() {
  await changeSecondCopy((copy) => copy);
  return readStored();
}

/** A later version made the database, and something in it that this one does not know. */
async function upgradeDatabase(): Promise<void> {
  await closeStorage();
  const { database } = await readStored();
  const db = await openDB('seenonce', database.version + 1, {
    upgrade: (later) => void later.createObjectStore('later').put('EXAMPLE', 'key'),
  });
  db.close();
  restartBrowser();
}

async function makeHeaderNewer(): Promise<void> {
  const db = await openDB('seenonce');
  await db.put('vault', { v: 2, anything: 1 }, 'header');
  db.close();
  restartBrowser();
}

async function makeCopyNewer(): Promise<void> {
  const [, second = ''] = (await disk()).secondCopy ?? [];
  await putLines([JSON.stringify({ v: 2, headers: [], later: 'EXAMPLE' }), second]);
}

/** Everything that a start of the browser, the clock and the user can do to the vault, by what it is refused with. */
async function tryEverything(): Promise<Record<string, string>> {
  const fresh = await newKey();
  const [token] = await heldTokens();
  const deeds: Record<string, () => Promise<unknown>> = {
    start: reconcile,
    unlock: () => unlock(key.identity),
    'what follows an unlock': afterUnlock,
    create: () => create(fresh),
    repair: () => repair(key.identity),
    save: () => save(seen('later'), page),
    'save a held one': () => saveHeld(token?.id ?? held),
    'save what waits': sealWaiting,
    list: () => allTokens(),
    copy: () => revealed(a),
    delete: () => deleteToken(a),
    'discard a held one': () => discard(held),
    note: () => setNote({ ...NOTE, text: '' }),
    notes: () => allNotes(),
    restore: () => restore([], []),
    passphrase: () => changePassphrase(key.identity, slotOf('other')),
    'new key': () => startOver(key.identity, fresh),
    acknowledge: acknowledgeNotices,
  };
  const refused: Record<string, string> = {};
  for (const [name, deed] of Object.entries(deeds)) {
    await deed().catch((error: unknown) => {
      refused[name] = String(error);
    });
  }
  // Nobody waits for it; the next test must not meet it.
  await goOn();
  await afterTenMinutes();
  return refused;
}

/** What was held by nobody's page is past its time. */
async function afterTenMinutes(): Promise<void> {
  await heldTokens();
  vi.useFakeTimers({ now: Date.now() + HOLD_MS + 1, toFake: ['Date'] });
  await sweep();
  vi.useRealTimers();
}

const NEWER = 'Refusal: vault-newer';
const REFUSED = {
  unlock: NEWER,
  create: NEWER,
  repair: NEWER,
  // The prompt has words for this one, and leads to the popup, which says the rest.
  save: 'Refusal: broken',
  'save a held one': NEWER,
  list: NEWER,
  copy: NEWER,
  delete: NEWER,
  'discard a held one': NEWER,
  note: NEWER,
  notes: NEWER,
  restore: NEWER,
  passphrase: NEWER,
  'new key': NEWER,
  acknowledge: NEWER,
};

describe.each([
  ['database', upgradeDatabase, 'database-newer'],
  ['header', makeHeaderNewer, 'header-newer'],
])('a newer %s', (_, change, trouble) => {
  beforeEach(change);

  test('is left as it is, byte for byte, and everything is refused', async () => {
    const before = await disk();
    expect(await tryEverything()).toEqual(REFUSED);
    expect(await disk()).toEqual(before);
  });

  test('is said, and what is seen meanwhile is held in memory', async () => {
    await reconcile();
    expect(await status()).toMatchObject({ vault: 'broken', trouble });
    await expect(save(seen('later'), page)).rejects.toMatchObject({ failure: 'broken' });
    const inMemory = async () => (await status()).held.filter(({ name }) => name !== null);
    const [token] = await inMemory();
    expect(token?.name).toBe('later');
    await expect(saveHeld(token?.id ?? '')).rejects.toMatchObject({ failure: 'vault-newer' });
    restartBackground();
    expect(await inMemory(), 'after a restart of the background').toHaveLength(1);
    await discard(token?.id ?? '');
    expect(await inMemory(), 'the user does not want it').toEqual([]);
  });
});

test('the control: without anything newer the same deeds do change the disk', async () => {
  restartBrowser();
  const before = await disk();
  const refused = await tryEverything();
  expect(Object.keys(refused)).not.toContain('unlock');
  expect(await disk()).not.toEqual(before);
});

describe('a newer second copy', () => {
  test('is left as it is while the vault is used, which is said', async () => {
    await makeCopyNewer();
    restartBrowser();
    const { secondCopy } = await disk();
    await reconcile();
    await open();
    expect((await problems()).notices).toMatchObject([{ kind: 'copy-newer' }]);
    const more = await save(seen('more'), page);
    await changePassphrase(key.identity, slotOf('other'));
    await setNote({ ...NOTE, text: '' });
    await deleteToken(a);
    await expect(startOver(key.identity, await newKey())).rejects.toMatchObject({ failure: 'newer' });
    expect((await revealed(more.id)).secret).toBe(secretOf('more'));
    expect((await disk()).secondCopy).toEqual(secondCopy);
    await acknowledgeNotices();
    expect((await problems()).notices).toEqual([]);
  });

  test.each([
    ['is gone', (): Promise<void> => deleteDB('seenonce')],
    ['has a damaged header', () => damageHeader()],
  ])('of a database that %s is not taken for no vault', async (_, change) => {
    await makeCopyNewer();
    await closeStorage();
    await change();
    restartBrowser();
    await reconcile();
    expect(await status()).toMatchObject({ vault: 'broken', trouble: 'header-newer' });
    const before = await disk();
    expect(before.secondCopy?.[0]).toContain('later');
    expect(await tryEverything()).toEqual(REFUSED);
    expect(await disk()).toEqual(before);
  });
});

async function damageHeader(): Promise<void> {
  const db = await openDB('seenonce');
  await db.put('vault', { v: 1 }, 'header');
  db.close();
}

describe('a newer record', () => {
  test('that the second copy has as an older one is told, and not written over', async () => {
    const newer = await ofLater(a);
    await putSealed('records', a, newer);
    await open();
    expect((await problems()).problems).toMatchObject([{ id: a, failure: 'newer', name: 'a' }]);
    await expect(revealed(a)).rejects.toMatchObject({ failure: 'newer' });
    expect(await readSealed('records', a)).toEqual(newer);
    await expect(startOver(key.identity, await newKey())).rejects.toMatchObject({ failure: 'newer' });
    restartBrowser();
    await reconcile();
    await open();
    expect(await readSealed('records', a), 'after a restart').toEqual(newer);
  });

  test('that is held is moved as it is when it is saved, and told', async () => {
    const newer = await ofLater(ID);
    await putSealed('held', ID, newer);
    restartBrowser();
    await open();
    await expect(startOver(key.identity, await newKey())).rejects.toMatchObject({ failure: 'newer' });
    expect(await readSealed('held', ID)).toEqual(newer);
    await saveHeld(ID);
    expect(await readSealed('records', ID)).toEqual(newer);
    expect((await problems()).problems).toMatchObject([{ id: ID, failure: 'newer', name: null }]);
  });

  test('that is a note is left as it is beside a new one on its scope', async () => {
    const newer = await ofLater(ID, { ...NOTE, at: 1 });
    await putSealed('notes', ID, newer);
    await open();
    await setNote({ ...NOTE, text: 'EXAMPLE new' });
    expect(await allNotes()).toEqual([{ ...NOTE, text: 'EXAMPLE new' }]);
    await expect(startOver(key.identity, await newKey())).rejects.toMatchObject({ failure: 'newer' });
    expect(await readSealed('notes', ID)).toEqual(newer);
  });
});

test('a newer record that comes while a new key is made stops it: the old key holds until it is gone', async () => {
  await open();
  const fresh = await newKey();
  const newer = await ofLater(a);
  // Not compared with the list yet.
  await putSealed('records', a, newer);
  await startOver(key.identity, fresh);
  await goOn();
  expect((await status()).resealing).not.toBeNull();
  expect(await readSealed('records', a)).toEqual(newer);
  await open();
  await giveUp(a);
  await goOn();
  expect((await status()).resealing).toBeNull();
  await lock();
  await unlock(fresh.identity);
  expect(await allNotes()).toHaveLength(1);
});

describe('an index', () => {
  test('of a later version is not written over by what changes the vault', async () => {
    const newer = ((await readStoredIndex()) ?? new Uint8Array(40)).with(4, 2);
    await putIndex(newer, []);
    restartBackground();
    await open();
    await save(seen('b'), page);
    await deleteToken(a);
    await changePassphrase(key.identity, slotOf('other'));
    await acknowledgeNotices();
    await expect(startOver(key.identity, await newKey())).rejects.toMatchObject({ failure: 'newer' });
    expect(await readStoredIndex()).toEqual(newer);
    expect(await sealedIds('records')).toHaveLength(1);
  });

  const since = '2026-11-25T10:00:00.000Z';
  async function stored() {
    const opened = await openIndex(
      await indexKey(key.identity),
      (await readStoredIndex()) ?? new Uint8Array(),
    );
    if (!opened.ok) throw new Error(opened.failure);
    return opened;
  }
  async function change(over: (index: Index) => Partial<Index>): Promise<void> {
    const { gen, index } = await stored();
    const changed = { ...index, ...over(index) };
    await putIndex(await sealIndex(await indexKey(key.identity), gen + 1, changed), []);
    restartBrowser();
  }

  test('with a failure that only a later version has words for says what this one can', async () => {
    // Its name is not one of this version's.
    const failure = { what: 'later', since, whole: null } as unknown as EntryFailure;
    await change(({ entries }) => ({ entries: entries.map((entry) => ({ ...entry, failure })) }));
    await unlock(key.identity);
    expect((await problems()).problems).toMatchObject([{ id: a, failure: 'newer' }]);
    await afterUnlock();
    expect((await problems()).problems, 'and looks for itself').toEqual([]);
  });

  test('with a notice that only a later version has words for is listed, and keeps it', async () => {
    const later = { kind: 'later', since };
    await change(() => ({ notices: [later] }));
    await open();
    expect(await allTokens()).toHaveLength(1);
    expect((await problems()).notices).toEqual([]);
    await acknowledgeNotices();
    expect((await stored()).index.notices).toEqual([later]);
  });
});

test('newer settings and sites are not shown as if they were known, and not written over', async () => {
  const later = { v: 2, value: { anything: 'EXAMPLE' } };
  await fakeBrowser.storage.local.set({ settings: later, sites: later, backups: later });
  const before = fakeBrowser.storage.local.dump();
  for (const item of [settings, sites]) {
    await expect(item.getKnown()).rejects.toMatchObject({ failure: 'newer' });
    await expect(item.set({})).rejects.toMatchObject({ failure: 'newer' });
  }
  await expect(setSite('osf', false)).rejects.toMatchObject({ failure: 'newer' });
  expect(fakeBrowser.storage.local.dump()).toBe(before);
  // What cannot wait for an update goes on with what is usual.
  expect(await allSites()).toEqual({ servers: {}, off: [] });
  expect(await settings.get()).toMatchObject({ lockAfter: 10 });
});

test('a field of the header that a later version added is kept through a change of the passphrase', async () => {
  const db = await openDB('seenonce');
  const header: unknown = await db.get('vault', 'header');
  await db.put('vault', { ...(header as object), later: 'EXAMPLE' }, 'header');
  db.close();
  restartBackground();
  await open();
  await changePassphrase(key.identity, base64.encode(new Uint8Array([7])));
  expect((await readStored()).database.stores['vault']?.['header']).toMatchObject({ later: 'EXAMPLE' });
});
