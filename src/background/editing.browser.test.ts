/** What a user calls a token and writes about it, and what becomes of a deleted one. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault, restartBackground, restartBrowser, wipeAll } from '../../test/support/background';
import { page, secretOf, seen } from '../../test/support/seen';
import type { NewVault } from '../messages/protocol';
import { database } from '../storage/database';
import { readSealed, sealedIds } from '../storage/records';
import { readSecondCopy, secondCopyIsWritten } from '../storage/second-copy';
import { recall } from '../storage/session';
import { backupTokens } from './backup';
import { problems } from './checking';
import { deleteToken, sweepUndo, undoDelete, undoOffered } from './deleting';
import { edit } from './editing';
import { listing, revealed, tokenOf } from './listing';
import { save } from './saving';
import { lock, unlock } from './unlock';

vi.mock('../browser', async () => {
  const { fakeBrowser } = await import('../../test/support/fake-browser');
  return { default: fakeBrowser };
});

let key: NewVault;
let a: string;
let b: string;

beforeEach(async () => {
  await wipeAll();
  key = await makeVault();
  a = (await save(seen('a'), page)).id;
  b = (await save(seen('b', { manageId: '8' }), { ...page, documentId: 'D2' })).id;
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const names = async () => (await listing('', 0, 50)).tokens.map(({ name }) => name ?? '').toSorted();

async function isWhole(id: string, name: string): Promise<void> {
  expect((await revealed(id)).secret).toBe(secretOf(name));
  expect(await problems()).toEqual({ problems: [], notices: [] });
}

describe('a label and a note', () => {
  test('are sealed with the token, found by the search, and go into a backup', async () => {
    await edit(a, { label: '  uploads ', note: 'For the jump host.\nÄÖ 語' });
    const before = await readSealed('records', a);
    restartBrowser();
    await unlock(key.identity);
    expect(await tokenOf(a)).toMatchObject({
      name: 'a',
      label: 'uploads',
      note: 'For the jump host.\nÄÖ 語',
    });
    expect((await listing('jump', 0, 50)).tokens).toMatchObject([{ id: a }]);
    expect((await listing('upload', 0, 50)).tokens).toMatchObject([{ id: a }]);
    await isWhole(a, 'a');
    const { tokens } = await backupTokens(0, 100);
    expect(tokens).toContainEqual(
      expect.objectContaining({ id: a, label: 'uploads', secret: secretOf('a') }),
    );
    expect(new TextDecoder().decode(before)).not.toContain('uploads');
    await secondCopyIsWritten();
    expect((await readSecondCopy())?.records.get(a), 'the copy follows').toEqual(before);
  });

  test('are taken away by an empty text; what is not given stays', async () => {
    await edit(a, { label: 'uploads', note: 'x' });
    await edit(a, { label: ' ' });
    expect(await tokenOf(a)).toMatchObject({ note: 'x' });
    expect((await tokenOf(a)).label).toBeUndefined();
    await isWhole(a, 'a');
  });

  test('outlive what its page tells within the minute after Save', async () => {
    await edit(a, { label: 'uploads' });
    await save(seen('a', { scopes: ['deposit:write'] }), page);
    restartBackground();
    expect(await tokenOf(a)).toMatchObject({ label: 'uploads' });
    await isWhole(a, 'a');
  });

  test('the control: without an edit the page completes it', async () => {
    await save(seen('a', { scopes: ['deposit:write'] }), page);
    expect(await tokenOf(a)).toMatchObject({ scopes: ['deposit:write'] });
  });

  test('where the disk has no room, nothing is changed', async () => {
    await tokenOf(a);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await expect(edit(a, { label: 'uploads' })).rejects.toThrow();
    put.mockRestore();
    expect((await tokenOf(a)).label).toBeUndefined();
    await isWhole(a, 'a');
  });

  test('too long for a record: refused, and the token stays as it was', async () => {
    await expect(edit(a, { note: 'x'.repeat(20_000) })).rejects.toMatchObject({ failure: 'too-large' });
    await isWhole(a, 'a');
  });

  test('need the vault open, and a token that is there', async () => {
    await expect(edit('x'.repeat(22), { label: 'x' })).rejects.toMatchObject({ failure: 'not-found' });
    await lock();
    await expect(edit(a, { label: 'x' })).rejects.toMatchObject({ failure: 'locked' });
  });
});

describe('a deleted token', () => {
  test('is gone from the disk at once, and comes back whole, as it was', async () => {
    await edit(a, { note: 'kept' });
    const before = await tokenOf(a);
    await deleteToken(a);
    expect(await sealedIds('records')).toEqual([b]);
    expect([...((await readSecondCopy())?.records.keys() ?? [])]).toEqual([b]);
    expect(await undoOffered()).toMatchObject({ id: a, name: 'a' });
    await undoDelete(a);
    expect(await names()).toEqual(['a', 'b']);
    expect(await tokenOf(a)).toEqual(before);
    await isWhole(a, 'a');
    await secondCopyIsWritten();
    expect([...((await readSecondCopy())?.records.keys() ?? [])].toSorted()).toEqual([a, b].toSorted());
    expect(await undoOffered()).toBeNull();
    restartBrowser();
    await unlock(key.identity);
    expect(await names(), 'no tombstone stays').toEqual(['a', 'b']);
  });

  test('comes back also after the background was stopped', async () => {
    await deleteToken(a);
    restartBackground();
    await undoDelete(a);
    await isWhole(a, 'a');
  });

  test.each<[string, () => Promise<unknown> | void]>([
    ['the vault is locked', () => lock().then(() => unlock(key.identity))],
    ['another one was deleted', () => deleteToken(b)],
    ['a minute has passed', () => void vi.setSystemTime(Date.now() + 61_000)],
    ['it was taken back', () => undoDelete(a)],
  ])('does not once %s', async (_, happens) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await deleteToken(a);
    await happens();
    await expect(undoDelete(a)).rejects.toMatchObject({ failure: 'not-found' });
  });

  test('is offered for ten seconds, and leaves nothing in memory after a minute', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await deleteToken(a);
    vi.setSystemTime(Date.now() + 10_001);
    expect(await undoOffered()).toBeNull();
    expect(await recall('undo')).toBeDefined();
    vi.setSystemTime(Date.now() + 60_000);
    await sweepUndo();
    expect(await recall('undo')).toBeUndefined();
  });

  test('where the disk has no room for it, it stays deleted, and can be taken back later', async () => {
    await deleteToken(a);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await expect(undoDelete(a)).rejects.toThrow();
    put.mockRestore();
    expect(await names()).toEqual(['b']);
    await undoDelete(a);
    await isWhole(a, 'a');
    expect((await database()).name).toBe('seenonce');
  });
});
