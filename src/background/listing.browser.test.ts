/** The list over a vault in a real IndexedDB: what can be opened, and what cannot and is kept. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeVault, restartBrowser, wipeAll } from '../../test/support/background';
import { page, seen as seenNamed } from '../../test/support/seen';
import { putSealed, readSealed, sealedIds } from '../storage/records';
import { readSecondCopy } from '../storage/second-copy';
import { newId, sealRecord } from '../vault/record';
import { identityToRecipient, newIdentity } from '../vault/slots';
import { listing, revealed, scopeUse } from './listing';
import { allNotes, setNote } from './notes';
import { inOpenVault } from './open-vault';
import { reconcile } from './reconcile';
import { save } from './saving';
import { lock, unlock } from './unlock';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const seen = (name: string) => seenNamed(name, { scopes: ['deposit:write'] });

let identity = '';
beforeEach(async () => {
  await wipeAll();
  ({ identity } = await makeVault());
});
afterEach(async () => {
  await lock();
  await wipeAll();
});

test('is searched, counted and cut to its window', async () => {
  for (const name of ['one', 'two', 'three']) await save(seen(name), page);
  expect(await listing('', 0, 2)).toMatchObject({ matching: 3, total: 3, problems: 0 });
  expect((await listing('', 0, 2)).tokens).toHaveLength(2);
  expect((await listing('tw', 0, 50)).tokens).toMatchObject([{ name: 'two' }]);
  expect(await scopeUse()).toEqual({
    zenodo: { 'deposit:write': expect.arrayContaining(['one', 'two', 'three']) },
  });
});

test('that is answered before it was compared with the disk does not pass for the whole one', async () => {
  await listing('', 0, 50);
  let go = () => {};
  const busy = inOpenVault(
    () =>
      new Promise<void>((resolve) => {
        go = resolve;
      }),
  );
  await save(seen('late'), page);
  const early = await listing('', 0, 50);
  expect(early.total, 'the control: it is not there yet').toBe(0);
  expect(early.opening).not.toBeNull();
  go();
  await busy;
  expect(await listing('', 0, 50)).toMatchObject({ total: 1, opening: null });
});

test('holds no secret, and nothing at all once it is locked', async () => {
  await save(seen('one'), page);
  expect(JSON.stringify(await listing('', 0, 50))).not.toContain('EXAMPLEone');
  await lock();
  await expect(listing('', 0, 50)).rejects.toMatchObject({ failure: 'locked' });
  await unlock(identity);
  expect((await listing('', 0, 50)).total).toBe(1);
});

test('a record that cannot be opened is told, its bytes are kept, and the others are fine', async () => {
  const { id } = await save(seen('damaged'), page);
  await save(seen('whole'), page);
  const sealed = (await readSealed('records', id)) ?? new Uint8Array();
  const damaged = sealed.with(sealed.length - 5, (sealed.at(-5) ?? 0) ^ 1);
  await putSealed('records', id, damaged);
  await lock();
  await unlock(identity);
  const { tokens, total, problems } = await listing('', 0, 50);
  expect(tokens).toMatchObject([{ name: 'whole' }]);
  expect({ total, problems }).toEqual({ total: 1, problems: 1 });
  expect(await readSealed('records', id)).toEqual(damaged);
  await expect(revealed(id)).rejects.toMatchObject({ failure: 'corrupt' });
});

test('a record of another vault, and one that is no token, are told too', async () => {
  const stranger = await identityToRecipient(await newIdentity());
  const own = await identityToRecipient(identity);
  const [a, b] = [newId(), newId()];
  await putSealed('records', a, await sealRecord(stranger, a, { name: 'x' }, 'EXAMPLE'));
  await putSealed('records', b, await sealRecord(own, b, { note: 'no token' }, 'EXAMPLE'));
  expect((await listing('', 0, 50)).problems).toBe(2);
});

test('the second copy has the newest note alone, and a restart brings no older one back', async () => {
  const note = { provider: 'zenodo', scope: 'deposit:actions' };
  await setNote({ ...note, text: 'EXAMPLE first' });
  await setNote({ ...note, text: 'EXAMPLE second' });
  await allNotes();
  const [newest] = await sealedIds('notes');
  expect([...((await readSecondCopy())?.notes.keys() ?? [])]).toEqual([newest]);
  restartBrowser();
  await reconcile();
  expect(await sealedIds('notes')).toEqual([newest]);
});

test("one's own notes: the newest on a scope counts, an empty one removes it, locked or not", async () => {
  const note = { provider: 'zenodo', scope: 'deposit:actions' };
  await lock();
  await setNote({ ...note, text: 'EXAMPLE first' });
  await setNote({ ...note, text: 'EXAMPLE second' });
  await expect(allNotes()).rejects.toMatchObject({ failure: 'locked' });
  await unlock(identity);
  expect(await allNotes()).toEqual([{ ...note, text: 'EXAMPLE second' }]);
  await setNote({ ...note, text: '' });
  expect(await allNotes()).toEqual([]);
});
