/** A later version was here before: nothing of its is written over, and it is said. */
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeVault, restartBrowser, wipeAll } from '../../test/support/background';
import { newKey, page, seen } from '../../test/support/seen';
import { closeStorage } from '../storage/database';
import { readSecondCopy } from '../storage/second-copy';
import { heldTokens } from './held';
import { reconcile } from './reconcile';
import { save } from './saving';
import { status } from './status';
import { create } from './unlock';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const STORES = ['vault', 'records', 'held', 'notes'] as const;

beforeEach(wipeAll);
afterEach(wipeAll);

/** What is in the database, read by whatever version made it. */
async function stored(): Promise<unknown> {
  const db = await openDB('seenonce');
  const all = await Promise.all(
    STORES.map(async (store) => [store, await db.getAllKeys(store), await db.getAll(store)] as const),
  );
  const { version } = db;
  db.close();
  return { version, all };
}

/** As a later version leaves it: the database has a higher version, and a store that nobody here knows. */
async function laterVersion(): Promise<void> {
  await closeStorage();
  const db = await openDB('seenonce', 99, {
    upgrade: (upgraded) => void upgraded.createObjectStore('later'),
  });
  db.close();
  restartBrowser();
}

test('the control: a vault of this version opens after a restart', async () => {
  await makeVault();
  restartBrowser();
  expect(await status()).toMatchObject({ vault: 'locked', trouble: null });
});

test('a database of a later version is not opened, not repaired and not made anew', async () => {
  await makeVault();
  await save(seen('a'), page);
  await laterVersion();
  const before = await stored();
  const copy = await readSecondCopy();
  await reconcile().catch(() => null);
  expect(await status()).toMatchObject({ vault: 'broken', trouble: 'storage-newer' });
  await expect(create(await newKey())).rejects.toMatchObject({ failure: 'broken' });
  expect(await stored()).toEqual(before);
  expect(await readSecondCopy()).toEqual(copy);
});

test('a token that is seen meanwhile is held in memory, and Save says why it does not', async () => {
  await makeVault();
  await laterVersion();
  const before = await stored();
  await expect(save(seen('meanwhile'), page)).rejects.toMatchObject({ failure: 'broken' });
  expect((await heldTokens()).map(({ name }) => name)).toEqual(['meanwhile']);
  expect(await stored()).toEqual(before);
});
