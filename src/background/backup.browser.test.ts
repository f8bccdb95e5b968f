/** What goes into a backup and comes back from one: nothing is overwritten, nothing is there twice. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault, wipeAll } from '../../test/support/background';
import { page, secretOf, seen } from '../../test/support/seen';
import type { BackupToken, NewVault } from '../messages/protocol';
import { readSealed, putSealed } from '../storage/records';
import { changeSecondCopy } from '../storage/second-copy';
import { backedUp, backupNotes, backupState, backupTokens, restore } from './backup';
import { problems } from './checking';
import { deleteToken } from './deleting';
import { allTokens, revealed } from './listing';
import { allNotes, setNote } from './notes';
import { save } from './saving';
import { lock, unlock } from './unlock';
import { afterUnlock } from './unlocked';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const note = { provider: 'zenodo', scope: 'deposit:write' };
let key: NewVault;
/** Of another vault, with three tokens and a note. */
let backup: readonly BackupToken[] = [];
let notes: Awaited<ReturnType<typeof backupNotes>> = [];

const names = async () => (await allTokens()).map(({ name }) => name ?? '').toSorted();
const later = (days: number) =>
  vi.useFakeTimers({ now: Date.now() + days * 24 * 60 * 60_000, toFake: ['Date'] });

beforeEach(async () => {
  await wipeAll();
  await makeVault();
  for (const name of ['a', 'b', 'c']) await save(seen(name), page);
  await setNote({ ...note, text: 'EXAMPLE from the backup' });
  backup = (await backupTokens(0, 100)).tokens;
  notes = await backupNotes();
  await wipeAll();
  key = await makeVault();
});
afterEach(async () => {
  vi.useRealTimers();
  await wipeAll();
});

test('a backup has every token with its secret, the oldest first, a part at a time', async () => {
  expect(backup.map(({ name, secret }) => [name, secret])).toEqual(
    ['a', 'b', 'c'].map((name) => [name, secretOf(name)]),
  );
  await restore(backup, []);
  const parts = [await backupTokens(0, 2), await backupTokens(2, 2)];
  expect(parts.flatMap(({ tokens }) => tokens)).toEqual(backup);
  expect(parts[1]?.total).toBe(3);
  // What only the list says is no part of a token.
  expect(Object.keys(backup[0] ?? {})).not.toContain('fresh');
});

describe('a restore', () => {
  test('into an empty vault gives all of it back, and again adds nothing', async () => {
    expect(await restore(backup, notes)).toEqual({ added: 3, known: 0, refused: [] });
    expect(await names()).toEqual(['a', 'b', 'c']);
    const [first] = await allTokens();
    expect((await revealed(first?.id ?? '')).secret).toBe(secretOf(first?.name ?? ''));
    expect(await allNotes()).toEqual([{ ...note, text: 'EXAMPLE from the backup' }]);
    expect(await restore(backup, notes)).toEqual({ added: 0, known: 3, refused: [] });
    expect(await names()).toEqual(['a', 'b', 'c']);
  });

  test('into a used vault knows a token by its secret, and overwrites nothing', async () => {
    const mine = await save(seen('b', { account: 'mine' }), page);
    await setNote({ ...note, text: 'EXAMPLE mine' });
    expect(await restore(backup, notes)).toEqual({ added: 2, known: 1, refused: [] });
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect((await allTokens()).find(({ name }) => name === 'b')).toMatchObject({
      id: mine.id,
      account: 'mine',
    });
    expect(await allNotes()).toEqual([{ ...note, text: 'EXAMPLE mine' }]);
  });

  test('knows a token that the file has twice', async () => {
    const [a] = backup;
    if (!a) throw new Error('no backup');
    expect(await restore([a, { ...a, id: 'x'.repeat(22) }], [])).toMatchObject({ added: 1, known: 1 });
  });

  test('refuses what a later version wrote, and what is too large, and takes the rest', async () => {
    const [a, b, c] = backup;
    if (!a || !b || !c) throw new Error('no backup');
    const newer = { ...a, v: 2 };
    const huge = { ...b, path: 'x'.repeat(17_000) };
    expect(await restore([newer, huge, c], [])).toEqual({ added: 1, known: 0, refused: [a.id, b.id] });
    expect(await names()).toEqual(['c']);
  });

  test('gives a deleted token back, and one whose record is damaged, under another id', async () => {
    await restore(backup, []);
    const [a, b] = await Promise.all(
      ['a', 'b'].map(async (name) => (await allTokens()).find((token) => token.name === name)?.id ?? ''),
    );
    if (!a || !b) throw new Error('no tokens');
    await deleteToken(a);
    const damaged = ((await readSealed('records', b)) ?? new Uint8Array()).with(300, 0);
    await putSealed('records', b, damaged);
    await changeSecondCopy((copy) => ({ ...copy, records: new Map() }));
    await lock();
    await unlock(key.identity);
    await afterUnlock();
    expect(await names(), 'the control').toEqual(['c']);
    expect(await restore(backup, [])).toMatchObject({ added: 2, known: 1 });
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(await readSealed('records', b), 'its bytes are kept').toEqual(damaged);
    expect((await problems()).problems).toMatchObject([{ id: b, failure: 'corrupt' }]);
  });

  test('needs an open vault', async () => {
    await lock();
    await expect(restore(backup, [])).rejects.toMatchObject({ failure: 'locked' });
    await expect(backupTokens(0, 1)).rejects.toMatchObject({ failure: 'locked' });
  });
});

describe('the reminder', () => {
  const state = () => backupState(new Date());

  test('comes when the first token is a month old and there is no backup', async () => {
    await save(seen('a'), page);
    await allTokens();
    expect(await state()).toEqual({ newest: null, newer: 1, due: false });
    later(31);
    await unlock(key.identity);
    await allTokens();
    expect(await state()).toMatchObject({ newer: 1, due: true });
  });

  test('comes when the newest token is a month younger than the newest backup, and not before', async () => {
    await save(seen('a'), page);
    await backedUp(new Date());
    later(29);
    await unlock(key.identity);
    await save(seen('b'), page);
    await allTokens();
    expect(await state()).toMatchObject({ newer: 1, due: false });
    later(2);
    await unlock(key.identity);
    await save(seen('c'), page);
    await allTokens();
    expect(await state()).toMatchObject({ newer: 2, due: true });
    await backedUp(new Date());
    expect(await state()).toMatchObject({ newer: 0, due: false });
  });

  test('says nothing while it is locked', async () => {
    await lock();
    expect(await state()).toBeNull();
  });
});
