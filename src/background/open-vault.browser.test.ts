/** What an open vault lists, and what a locked one still knows of it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault, restartBackground, restartBrowser, wipeAll } from '../../test/support/background';
import { metadataOf, newKey, page, secretOf, seen } from '../../test/support/seen';
import type { NewVault } from '../messages/protocol';
import { database } from '../storage/database';
import { sealedIds } from '../storage/records';
import { readResealed } from '../storage/vault';
import { sealRecord, newId } from '../vault/record';
import { inTurn } from './changing';
import { deleteToken } from './deleting';
import { hold, stateOf } from './held';
import { allTokens, listing, revealed } from './listing';
import { openVault } from './open-vault';
import { goOn, isResealing, startOver } from './reseal';
import { save } from './saving';
import { standing } from './standing';
import { lock, unlock } from './unlock';
import { afterUnlock } from './unlocked';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

let key: NewVault;
beforeEach(async () => {
  await wipeAll();
  key = await makeVault();
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  await wipeAll();
});

async function open(): Promise<void> {
  await unlock(key.identity);
  await afterUnlock();
}
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}
const names = async () => (await allTokens()).map(({ name }) => name ?? '').toSorted();

describe('the list', () => {
  test('opens no record that it knows, also after a restart of the background', async () => {
    for (const name of ['a', 'b']) await save(seen(name), page);
    await allTokens();
    restartBackground();
    const opened = vi.spyOn(crypto.subtle, 'digest'); // each record that is opened is hashed
    expect(await names()).toEqual(['a', 'b']);
    const before = opened.mock.calls.length;
    await save(seen('c'), page);
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(opened.mock.calls.length, 'the control').toBeGreaterThan(before);
    expect(before, 'the header alone was hashed').toBe(1);
    opened.mockRestore();
  });

  test('that is made from many records is shown as far as it is, with how far', async () => {
    const { recipient } = key;
    const db = await database();
    const sealed = await Promise.all(
      Array.from({ length: 1_500 }, async (_, i) => {
        const id = newId();
        return [id, await sealRecord(recipient, id, metadataOf(`name ${i}`), secretOf(`${i}`))] as const;
      }),
    );
    const tx = db.transaction('records', 'readwrite');
    for (const [id, bytes] of sealed) void tx.store.put(bytes, id);
    await tx.done;
    restartBackground();
    const first = await listing('', 0, 50);
    expect(first.opening).toMatchObject({ of: 1_500 });
    expect(first.total).toBeLessThan(1_500);
    await allTokens();
    expect(await listing('', 0, 50)).toMatchObject({ total: 1_500, opening: null });
  });

  test('marks the older of two with one management id as replaced', async () => {
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    const older = await save(seen('a', { manageId: '7' }), page);
    vi.setSystemTime(Date.now() + 1_000);
    const newer = await save(seen('b', { manageId: '7' }), page);
    const marks = new Map((await allTokens()).map(({ id, replaced }) => [id, replaced]));
    expect([marks.get(older.id), marks.get(newer.id)]).toEqual([true, false]);
    expect((await revealed(older.id)).secret, 'and is still there').toBe(secretOf('a'));
  });

  test('of a deleted token has nothing, and its bytes are gone', async () => {
    const { id } = await save(seen('a'), page);
    await allTokens();
    await deleteToken(id);
    expect(await names()).toEqual([]);
    expect(await sealedIds('records')).toEqual([]);
    await expect(deleteToken(id)).rejects.toMatchObject({ failure: 'not-found' });
  });

  test('of an identity that is not the key any more locks, and opens nothing', async () => {
    await save(seen('a'), page);
    const next = await newKey();
    const { header } = await standing();
    await (await database()).put('vault', { ...header, recipient: next.recipient }, 'header');
    restartBackground();
    await expect(openVault()).rejects.toMatchObject({ failure: 'locked' });
  });
});

describe('a disk without room', () => {
  /** What a full disk does to each write. */
  function full() {
    return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('The disk is full.', 'QuotaExceededError');
    });
  }

  test('keeps nobody from listing and copying', async () => {
    const { id } = await save(seen('a'), page);
    await lock();
    const writes = full();
    await open();
    expect(await names()).toEqual(['a']);
    expect((await revealed(id)).secret).toBe(secretOf('a'));
    expect(writes).toHaveBeenCalled();
  });

  test('lets nothing be deleted by half', async () => {
    const { id } = await save(seen('a'), page);
    await allTokens();
    const writes = full();
    await expect(deleteToken(id)).rejects.toThrow('full');
    writes.mockRestore();
    expect(await names()).toEqual(['a']);
    expect((await revealed(id)).secret).toBe(secretOf('a'));
  });
});

describe('the same token again', () => {
  test('is known as saved while locked, although memory began with the unlock', async () => {
    const { id } = await save(seen('a'), page);
    await lock();
    restartBrowser();
    await open();
    await lock();
    restartBackground();
    const again = await hold(seen('a'), page);
    expect(again).toMatchObject({ entry: { id }, state: { state: 'saved', locked: true } });
    expect(await stateOf(id, page)).toMatchObject({ state: 'saved' });
    expect((await hold(seen('b'), page)).state, 'the control').toEqual({ state: 'held' });
  });

  test('saved twice, because memory was lost, is one after the next unlock', async () => {
    const first = await save(seen('a'), page);
    await lock();
    restartBrowser();
    await save(seen('a', { name: 'the same' }), page);
    expect(await sealedIds('records'), 'the control').toHaveLength(2);
    await open();
    expect(await allTokens()).toMatchObject([{ id: first.id, name: 'a' }]);
    expect(await sealedIds('records')).toEqual([first.id]);
  });

  test.each([
    ['open', async () => undefined],
    ['locked', lock],
  ])('that was deleted is offered again, and saved for good, vault %s', async (_, then) => {
    const { id } = await save(seen('a'), page);
    await allTokens();
    await deleteToken(id);
    await then();
    expect((await hold(seen('a'), page)).state).toEqual({ state: 'held' });
    await save(seen('a'), page);
    await open();
    expect(await names()).toEqual(['a']);
    await lock();
    restartBrowser();
    await open();
    expect(await names(), 'after a restart too').toEqual(['a']);
  });

  test('is known as saved while locked after a new start with another key, too', async () => {
    const { id } = await save(seen('a'), page);
    await lock();
    restartBrowser();
    await open();
    await startOver(key.identity, await newKey('next'));
    await goOn();
    await allTokens();
    await lock();
    expect(await hold(seen('a'), page)).toMatchObject({ entry: { id }, state: { state: 'saved' } });
  });

  test('of another origin is another one', async () => {
    await save(seen('a'), page);
    await save(seen('a'), { ...page, origin: 'https://sandbox.zenodo.org' });
    expect(await allTokens()).toHaveLength(2);
  });
});

describe('late details', () => {
  const late = { ...seen('a'), details: { ...seen('a').details, account: 'late' } };

  test('of a listed token are no damage', async () => {
    const { id } = await save(seen('a'), page);
    await allTokens();
    await save(late, page);
    expect((await revealed(id)).token.account).toBe('late');
    await lock();
    await open();
    expect((await revealed(id)).token.account).toBe('late');
  });

  test('that come after the lock are left out of a token that is listed, and taken where it is not', async () => {
    const { id } = await save(seen('a'), page);
    await allTokens();
    await lock();
    await save(late, page);
    const other = await save(seen('b'), page);
    await save({ ...seen('b'), details: { ...seen('b').details, account: 'late' } }, page);
    await open();
    expect((await revealed(id)).token.account).toBeNull();
    expect((await revealed(other.id)).token.account).toBe('late');
  });
});

describe('a new start with another key', () => {
  test('takes what is saved meanwhile, and leaves what does not open as it is', async () => {
    for (const name of ['a', 'b']) await save(seen(name), page);
    const stranger = newId();
    const db = await database();
    await db.put('records', await sealRecord((await newKey()).recipient, stranger, {}, 'EXAMPLE'), stranger);
    const before = await db.get('records', stranger);
    const next = await newKey('next');
    await startOver(key.identity, next);
    await expect(startOver(key.identity, next)).rejects.toMatchObject({ failure: 'busy' });
    await save(seen('c'), page);
    await goOn();
    expect(await isResealing()).toBe(false);
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await db.get('records', stranger)).toEqual(before);
    await lock();
    await expect(unlock(key.identity)).rejects.toMatchObject({ failure: 'wrong-recipient' });
  });

  test('does not bring back what is deleted meanwhile', async () => {
    const ids: string[] = [];
    for (const name of ['a', 'b']) ids.push((await save(seen(name), page)).id);
    // Taking its place waits for this turn.
    const deleted = inTurn(async () => {
      await until(async () => (await readResealed('records')).size === 2);
      await deleteToken(ids[0] ?? '');
    });
    await startOver(key.identity, await newKey('next'));
    await deleted;
    await goOn();
    expect(await isResealing()).toBe(false);
    expect(await names()).toEqual(['b']);
    expect(await sealedIds('records')).toEqual([ids[1]]);
  });

  test('waits for the next unlock where it was locked meanwhile', async () => {
    await save(seen('a'), page);
    await startOver(key.identity, await newKey('next'));
    await lock();
    await goOn();
    expect(await isResealing()).toBe(true);
    await open();
    expect(await isResealing()).toBe(false);
    expect(await names()).toEqual(['a']);
  });

  test('is begun only by who has the old key', async () => {
    const other = await newKey();
    await expect(startOver(other.identity, other)).rejects.toMatchObject({ failure: 'wrong-recipient' });
  });
});
