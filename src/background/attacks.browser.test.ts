/** What somebody can do who has the files of the browser's profile: each row of the table in `vault/README.md`. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { base64 } from '@scure/base';
import { makeVault, restartBackground, restartBrowser, wipeAll } from '../../test/support/background';
import { metadataOf, newKey, page, secretOf, seen } from '../../test/support/seen';
import type { NewVault } from '../messages/protocol';
import { database } from '../storage/database';
import { deleteSealed, putSealed, readSealed, sealedIds } from '../storage/records';
import { changeSecondCopy, readSecondCopy } from '../storage/second-copy';
import { putHeader, readStoredHeader, readStoredIndex } from '../storage/vault';
import { sealRecord } from '../vault/record';
import { passphraseSlot, type Header } from '../vault/vault';
import { acknowledgeNotices, giveUp, problems, sealedBytes } from './checking';
import { deleteToken } from './deleting';
import { heldTokens } from './held';
import { allTokens, listing, revealed } from './listing';
import { reconcile } from './reconcile';
import { repair } from './repair';
import { save, sealWaiting } from './saving';
import { headerCopies } from './second-copy';
import { changePassphrase } from './slots';
import { standing } from './standing';
import { status } from './status';
import { create, lock, unlock } from './unlock';
import { afterUnlock } from './unlocked';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

let key: NewVault;
let a = '';
let b = '';

/** Two tokens, listed, and the vault locked. */
beforeEach(async () => {
  await wipeAll();
  key = await makeVault();
  a = (await save(seen('a'), page)).id;
  b = (await save(seen('b'), page)).id;
  await allTokens();
  await lock();
});
afterEach(wipeAll);

async function open(): Promise<void> {
  await unlock(key.identity);
  await afterUnlock();
}

const bytesOf = async (id: string) => (await readSealed('records', id)) ?? new Uint8Array();
const flipped = (bytes: Uint8Array) => bytes.with(bytes.length - 5, (bytes.at(-5) ?? 0) ^ 1);
const names = async () => (await allTokens()).map(({ name }) => name ?? '');

/** Puts bytes in the place of a record, in the database and in the second copy. */
async function replaceBoth(id: string, bytes: Uint8Array): Promise<void> {
  await putSealed('records', id, bytes);
  await changeSecondCopy((copy) => ({ ...copy, records: new Map([...copy.records, [id, bytes]]) }));
}

/** The bytes of a record that metadata and a secret are sealed in, for whoever has the public key. */
const forge = (id: string, over: object, secret = secretOf('forged')) =>
  sealRecord(key.recipient, id, { ...metadataOf('forged'), ...over }, secret);

async function writeVault(what: 'header' | 'index', value: unknown): Promise<void> {
  await (await database()).put('vault', value, what);
  restartBackground();
}

describe('a record whose bytes', () => {
  type Change = () => Promise<Uint8Array>;
  const other = async () => sealRecord((await newKey()).recipient, a, {}, 'EXAMPLE');
  test.each<[what: string, Change, failure: string]>([
    ['were flipped', async () => flipped(await bytesOf(a)), 'corrupt'],
    ['were cut', async () => (await bytesOf(a)).slice(0, 300), 'corrupt'],
    ["are another record's", () => bytesOf(b), 'swapped'],
    ['are sealed to another key', other, 'other-vault'],
    ['are of a later version', () => forge(a, { v: 2 }), 'newer'],
    ['are too many', async () => new Uint8Array(24 * 1024 + 1), 'too-large'],
    ['were made by whoever has the public key', () => forge(a, {}), 'replaced'],
  ])('%s is refused, told, and kept', async (_, change, failure) => {
    const bytes = await change();
    await replaceBoth(a, bytes);
    await open();
    expect(await names()).toEqual(['b']);
    const told = await problems();
    expect(told.problems).toMatchObject([{ id: a, failure, name: 'a', host: 'zenodo.org' }]);
    expect(told.problems[0]?.whole, 'when it was last whole').toMatch(/^20/);
    await expect(revealed(a)).rejects.toMatchObject({ failure });
    expect(await sealedBytes(a)).toBe(base64.encode(bytes));
    expect((await revealed(b)).secret, 'the other one').toBe(secretOf('b'));
    expect((await status()).problems).toBe(1);
    await giveUp(a);
    expect(await problems()).toEqual({ problems: [], notices: [] });
    expect(await sealedIds('records')).toEqual([b]);
  });

  test('changed while the vault is open is not given out either', async () => {
    await open();
    await putSealed('records', a, await forge(a, {}));
    await expect(revealed(a)).rejects.toMatchObject({ failure: 'replaced' });
  });

  test('are whole again is given out again', async () => {
    const whole = await bytesOf(a);
    await replaceBoth(a, flipped(whole));
    await open();
    await putSealed('records', a, whole);
    expect((await revealed(a)).secret).toBe(secretOf('a'));
  });

  test('changed in the database alone come back from the second copy, which is said', async () => {
    const whole = await bytesOf(a);
    await putSealed('records', a, await forge(a, {}));
    await open();
    expect(await problems()).toMatchObject({ problems: [], notices: [{ kind: 'put-back' }] });
    expect(await bytesOf(a)).toEqual(whole);
    expect((await revealed(a)).secret).toBe(secretOf('a'));
  });

  test('two of them swapped are both refused', async () => {
    const [first, second] = [await bytesOf(a), await bytesOf(b)];
    await replaceBoth(a, second);
    await replaceBoth(b, first);
    await open();
    expect((await problems()).problems.map(({ failure }) => failure)).toEqual(['swapped', 'swapped']);
  });
});

describe('a record that somebody adds', () => {
  test('is listed as new, with its place and time', async () => {
    const id = 'x'.repeat(22);
    await putSealed('records', id, await forge(id, {}));
    await open();
    const mine = (await save(seen('mine'), page)).id;
    const { tokens } = await listing('', 0, 50);
    const marks = new Map(tokens.map((token) => [token.id, token]));
    expect(marks.get(id)).toMatchObject({ fresh: true, witnessed: false, origin: page.origin });
    expect(marks.get(mine), "the user's own").toMatchObject({ fresh: true, witnessed: true });
    expect(marks.get(a)).toMatchObject({ fresh: false });
    await lock();
    await open();
    expect(
      (await allTokens()).some(({ fresh }) => fresh),
      'at the next unlock',
    ).toBe(false);
  });

  test('with the token of another one takes nothing over: the older stays as it is', async () => {
    const id = 'x'.repeat(22);
    await putSealed('records', id, await forge(id, { name: 'liar' }, secretOf('a')));
    await open();
    expect((await names()).toSorted()).toEqual(['a', 'b']);
    expect(await sealedIds('records')).not.toContain(id);
  });

  test('stays beside the older one where that is not whole any more', async () => {
    const id = 'x'.repeat(22);
    await replaceBoth(a, flipped(await bytesOf(a)));
    await putSealed('records', id, await forge(id, { name: 'again' }, secretOf('a')));
    await open();
    expect((await revealed(id)).secret).toBe(secretOf('a'));
    expect((await problems()).problems).toMatchObject([{ id: a, failure: 'corrupt' }]);
  });
});

describe('an index', () => {
  const readIndex = async () => (await readStoredIndex()) ?? new Uint8Array();

  test.each<[string, () => Promise<unknown>]>([
    ['that was flipped', async () => flipped(await readIndex())],
    ['that is gone', async () => undefined],
    ['that is no index', async () => 'EXAMPLE'],
  ])('%s is made again from the records, which is said', async (_, change) => {
    await writeVault('index', await change());
    await open();
    expect((await names()).toSorted()).toEqual(['a', 'b']);
    expect((await problems()).notices).toMatchObject([{ kind: 'list-remade' }]);
    expect(
      (await allTokens()).some(({ fresh }) => fresh),
      'nobody can tell what is new',
    ).toBe(false);
    await acknowledgeNotices();
    restartBackground();
    expect((await problems()).notices).toEqual([]);
  });

  test('that is an older one is seen within the session, and made again', async () => {
    const older = await readIndex();
    await open();
    await deleteToken(a);
    await writeVault('index', older);
    expect((await problems()).notices).toMatchObject([{ kind: 'list-rolled-back' }]);
    expect(await names(), 'and not as missing').toEqual(['b']);
  });

  test('of a later version is left as it is, and the tokens are listed', async () => {
    const newer = (await readIndex()).with(4, 2);
    await writeVault('index', newer);
    await open();
    expect((await names()).toSorted()).toEqual(['a', 'b']);
    expect((await problems()).notices).toMatchObject([{ kind: 'list-newer' }]);
    expect(await readIndex()).toEqual(newer);
  });
});

describe('records that somebody deletes', () => {
  const deleteBoth = async (id: string) => {
    await deleteSealed('records', [id]);
    await changeSecondCopy((copy) => ({
      ...copy,
      records: new Map([...copy.records].filter(([each]) => each !== id)),
    }));
  };

  test('are told as missing, with when they were last there, also after a restart', async () => {
    await deleteBoth(a);
    restartBrowser();
    await reconcile();
    await open();
    const { problems: told } = await problems();
    expect(told).toMatchObject([{ id: a, failure: 'missing', name: 'a', host: 'zenodo.org' }]);
    expect(Date.parse(told[0]?.whole ?? '')).toBeLessThanOrEqual(Date.parse(told[0]?.since ?? ''));
    await expect(revealed(a)).rejects.toMatchObject({ failure: 'missing' });
    expect(await listing('', 0, 50)).toMatchObject({ total: 1, problems: 1 });
  });

  test('come back from the second copy at the next start of the browser, locked or not', async () => {
    await deleteSealed('records', [a]);
    restartBrowser();
    expect(await sealedIds('records'), 'the control').toEqual([b]);
    await reconcile();
    expect(await sealedIds('records')).toHaveLength(2);
    await open();
    expect((await revealed(a)).secret).toBe(secretOf('a'));
    expect(await problems()).toMatchObject({ problems: [], notices: [{ kind: 'put-back' }] });
  });

  test('that were deleted a moment before the browser ended are not told as lost and back', async () => {
    const bytes = await bytesOf(a);
    await open();
    await deleteToken(a);
    expect((await readSecondCopy())?.records.has(a), '"deleted" was not said before the copy was').toBe(
      false,
    );
    await changeSecondCopy((copy) => ({ ...copy, records: new Map([...copy.records, [a, bytes]]) }));
    restartBrowser();
    await reconcile();
    expect(await sealedIds('records'), 'without the key nobody knows that it was deleted').toContain(a);
    await open();
    expect(await problems()).toEqual({ problems: [], notices: [] });
    expect(await sealedIds('records')).toEqual([b]);
  });

  test('that the user deleted, and somebody puts back, do not come back', async () => {
    const bytes = await bytesOf(a);
    await open();
    await deleteToken(a);
    await putSealed('records', a, bytes);
    expect(await names()).toEqual(['b']);
    expect(await sealedIds('records')).toEqual([b]);
  });
});

describe('a public key that somebody replaces', () => {
  let thief: NewVault;
  beforeEach(async () => {
    thief = await newKey();
    const header = (await readStoredHeader()) as Header; // written by `create`
    await writeVault('header', { ...header, recipient: thief.recipient });
  });

  test('is found at the unlock: capturing stops, over a restart too, and says so', async () => {
    await expect(unlock(key.identity)).rejects.toMatchObject({ failure: 'wrong-recipient' });
    restartBrowser();
    await expect(save(seen('later'), page)).rejects.toMatchObject({ failure: 'broken' });
    expect(await status()).toMatchObject({ vault: 'broken', trouble: 'recipient-replaced' });
    expect(await sealedIds('records')).toHaveLength(2);
    expect(await heldTokens(), 'and it is held').toMatchObject([{ name: 'later' }]);
  });

  test('is put right by a repair, and what was held meanwhile is sealed to the right one', async () => {
    const stolen = await save(seen('stolen'), page);
    await expect(unlock(key.identity)).rejects.toMatchObject({ failure: 'wrong-recipient' });
    await expect(save(seen('later'), page)).rejects.toMatchObject({ failure: 'broken' });
    await expect(repair(thief.identity)).rejects.toMatchObject({ failure: 'wrong-recipient' });
    await repair(key.identity);
    await sealWaiting();
    await afterUnlock();
    await save(seen('later'), page);
    expect((await names()).toSorted()).toEqual(['a', 'b', 'later']);
    expect((await problems()).problems).toMatchObject([{ id: stolen.id, failure: 'other-vault' }]);
  });
});

describe('a header', () => {
  const change = async () => {
    const header = (await readStoredHeader()) as Header;
    const changed: Header = { ...header, slots: [passphraseSlot(new Uint8Array([1]), new Date())] };
    await writeVault('header', changed);
    return { header, changed };
  };

  test('whose slots somebody changed gives way to its copy, which is said', async () => {
    const { header } = await change();
    await open();
    expect((await problems()).notices).toMatchObject([{ kind: 'header-changed' }]);
    expect(await readStoredHeader()).toEqual(header);
    expect(await headerCopies()).toEqual([header]);
  });

  test('that was changed in both places is told until it is acknowledged', async () => {
    const { changed } = await change();
    await changeSecondCopy((copy) => ({ ...copy, headers: [] }));
    await open();
    expect((await problems()).notices).toMatchObject([{ kind: 'header-changed' }]);
    expect(await headerCopies(), 'and not copied before').toEqual([]);
    await acknowledgeNotices();
    expect(await headerCopies()).toEqual([changed]);
    restartBackground();
    expect((await problems()).notices).toEqual([]);
  });

  test.each<[string, unknown, string]>([
    ['that is gone', undefined, 'header-lost'],
    ['that cannot be read', { v: 1 }, 'header-corrupt'],
  ])('%s comes back from its second copy, when the user asks for it', async (_, stored, trouble) => {
    await writeVault('header', stored);
    expect(await status()).toMatchObject({ vault: 'broken', trouble });
    const other = await newKey();
    await expect(create(other), 'no new vault takes its place').rejects.toMatchObject({ failure: 'broken' });
    await expect(unlock(key.identity)).rejects.toMatchObject({ failure: 'broken' });
    await expect(repair(other.identity)).rejects.toMatchObject({ failure: 'wrong-recipient' });
    await repair(key.identity);
    await afterUnlock();
    expect((await names()).toSorted()).toEqual(['a', 'b']);
    expect((await problems()).problems).toEqual([]);
  });

  test('of a later version is never written over', async () => {
    const newer = { v: 2, anything: 1 };
    await writeVault('header', newer);
    expect(await status()).toMatchObject({ vault: 'broken', trouble: 'header-newer' });
    await expect(repair(key.identity)).rejects.toMatchObject({ failure: 'vault-newer' });
    await expect(create(await newKey())).rejects.toMatchObject({ failure: 'vault-newer' });
    expect(await readStoredHeader()).toEqual(newer);
  });

  test('with a slot of a later version keeps it through a change of the passphrase', async () => {
    const later = { type: 'hardware', anything: 1 };
    const header = (await readStoredHeader()) as Header;
    const written = { ...header, slots: [...header.slots, later] };
    await putHeader(written, null);
    await changeSecondCopy((copy) => ({ ...copy, headers: [written] }));
    restartBackground();
    await open();
    await changePassphrase(key.identity, base64.encode(new Uint8Array([7])));
    const { slots } = (await readStoredHeader()) as Header;
    expect(slots).toEqual([expect.objectContaining({ data: new Uint8Array([7]) }), later]);
  });
});

test('a database that is gone as a whole is not taken for no vault, and comes back', async () => {
  const db = await database();
  for (const store of db.objectStoreNames) await db.clear(store);
  restartBrowser();
  await reconcile();
  expect(await standing()).toMatchObject({ trouble: 'header-lost' });
  await repair(key.identity);
  await afterUnlock();
  expect((await names()).toSorted()).toEqual(['a', 'b']);
  expect((await revealed(b)).secret).toBe(secretOf('b'));
});
