/**
 * Somebody who can write to the profile, and has not the passphrase: the public key is in clear, so they can
 * seal whatever they like. Each attack stands beside its control, the same done by SeenOnce itself.
 */
import { Encrypter } from 'age-encryption';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { afterUnlock } from '../../src/background/unlocked';
import { backupTokens } from '../../src/background/backup';
import { problems } from '../../src/background/checking';
import { heldTokens } from '../../src/background/held';
import { allTokens, revealed } from '../../src/background/listing';
import { allNotes, setNote } from '../../src/background/notes';
import { goOn, isResealing, startOver } from '../../src/background/reseal';
import { save, saveHeld } from '../../src/background/saving';
import { lock, unlock } from '../../src/background/unlock';
import type { NewVault } from '../../src/messages/protocol';
import { database, type Resealed } from '../../src/storage/database';
import { putSealed, readSealed, sealedIds } from '../../src/storage/records';
import {
  putIndex,
  putNext,
  putResealed,
  readResealed,
  readStoredHeader,
  readStoredIndex,
} from '../../src/storage/vault';
import { openIndex, sealIndex } from '../../src/vault/index-file';
import { digest, indexKey } from '../../src/vault/keys';
import { newId, openRecord, sealRecord, type Metadata } from '../../src/vault/record';
import { newHeader, type Header } from '../../src/vault/vault';
import { makeVault, restartBrowser, wipeAll } from '../support/background';
import { metadataOf, newKey, page, secretOf, seen } from '../support/seen';

vi.mock('../../src/browser', async () => import('../support/fake-browser'));

let owner: NewVault;
let thief: NewVault;
let a = '';
let b = '';

/** Two saved tokens, and the vault locked. */
beforeEach(async () => {
  await wipeAll();
  owner = await makeVault();
  thief = await newKey('thief');
  a = (await save(seen('a'), page)).id;
  b = (await save(seen('b'), page)).id;
  await allTokens();
  await lock();
});
afterEach(wipeAll);

async function open(key = owner): Promise<void> {
  await unlock(key.identity);
  await afterUnlock();
  await goOn();
}

const header = async () => (await readStoredHeader()) as Header; // written by `create`
const noticeKinds = async () => (await problems()).notices.map(({ kind }) => kind);
const names = async () => (await allTokens()).map(({ name }) => String(name)).toSorted();

/** Seals what whoever has a public key can: any details, any secret, under any id. */
const forged = (recipient: string, id: string, over: object = {}) =>
  sealRecord(recipient, id, { ...metadataOf('forged'), ...over }, secretOf('forged'));

/** How many of the stored records a key opens. */
async function openedBy({ identity }: NewVault): Promise<number> {
  let opened = 0;
  for (const id of await sealedIds('records')) {
    const record = await openRecord(identity, id, (await readSealed('records', id)) ?? new Uint8Array());
    if (record.ok) opened += 1;
  }
  return opened;
}

describe('an unfinished "start over"', () => {
  /** What stands on the disk while everything is sealed to another key. */
  async function unfinished(next: NewVault) {
    const { vaultId, recipient } = await header();
    const id = newId();
    const sealed = await sealRecord(recipient, id, { use: 'next identity' }, next.identity);
    return { header: { ...newHeader(next.recipient, new Uint8Array([1]), new Date()), vaultId }, id, sealed };
  }

  test('the control: one that the owner began goes on at the next unlock, over a restart', async () => {
    const next = await newKey('next');
    await unlock(owner.identity);
    await startOver(owner.identity, next);
    await lock();
    restartBrowser();
    expect(await isResealing()).toBe(true);
    await open();
    expect(await openedBy(next)).toBe(2);
    expect(await noticeKinds()).toEqual([]);
  });

  test('that somebody wrote is not done, and is told: everything stays sealed to the owner', async () => {
    const before = await header();
    await putNext(await unfinished(thief));
    restartBrowser();
    await open();
    expect(await header()).toEqual(before);
    expect({ thief: await openedBy(thief), owner: await openedBy(owner) }).toEqual({ thief: 0, owner: 2 });
    expect(await noticeKinds()).toEqual(['new-key-refused']);
    expect(await isResealing(), 'it is not tried again').toBe(false);
  });

  test("whose slots somebody changed is not done: the owner's passphrase would not open the vault", async () => {
    await unlock(owner.identity);
    await startOver(owner.identity, await newKey('next'));
    await lock();
    await goOn();
    const db = await database();
    const begun = (await db.get('vault', 'next')) as { header: Header }; // written by `startOver`
    const slots = newHeader(thief.recipient, new Uint8Array([1]), new Date()).slots;
    await db.put('vault', { ...begun, header: { ...begun.header, slots } }, 'next');
    restartBrowser();
    await open();
    expect(await openedBy(owner)).toBe(2);
    expect(await noticeKinds()).toEqual(['new-key-refused']);
  });

  /** A token that is sealed to the next key already, and what somebody puts in its place before it is done. */
  async function halfDone(rewrite: (done: Resealed, next: NewVault) => Promise<Resealed>): Promise<NewVault> {
    const next = await newKey('next');
    await unlock(owner.identity);
    await startOver(owner.identity, next);
    await lock();
    await goOn();
    const sealed = await forged(next.recipient, a, { name: 'a' });
    const of = await digest((await readSealed('records', a)) ?? new Uint8Array());
    const done = (await readResealed('records')).get(a) ?? { sealed, of, hash: '', fingerprint: '' };
    await putResealed('records', new Map([[a, await rewrite(done, next)]]), []);
    restartBrowser();
    return next;
  }

  test('the control: half-done work that nobody touched is taken over', async () => {
    const next = await halfDone(async (done) => done);
    await open();
    expect(await openedBy(next)).toBe(2);
  });

  test("whose half-done work somebody rewrote is done with the owner's tokens", async () => {
    const next = await halfDone(async (done, { recipient }) => {
      const sealed = await forged(recipient, a, { name: 'a' });
      return { ...done, sealed, hash: await digest(sealed) };
    });
    await open();
    expect(await openedBy(next)).toBe(2);
    expect((await revealed(a)).secret).toBe(secretOf('a'));
  });

  test('to whose work somebody added a token has no more than before', async () => {
    const next = await newKey('next');
    await unlock(owner.identity);
    await startOver(owner.identity, next);
    await lock();
    await goOn();
    const added = newId();
    const sealed = await forged(next.recipient, added);
    const entry = { sealed, of: await digest(sealed), hash: await digest(sealed), fingerprint: '' };
    await putResealed('records', new Map([[added, entry]]), []);
    restartBrowser();
    await open();
    expect(await sealedIds('records')).toHaveLength(2);
    expect(await names()).toEqual(['a', 'b']);
  });
});

describe('a held token', () => {
  test('the control: one with an id of its own is saved', async () => {
    const id = newId();
    await putSealed('held', id, await forged(owner.recipient, id));
    await saveHeld(id);
    await open();
    expect(await names()).toEqual(['a', 'b', 'forged']);
  });

  test.each(['locked', 'open'])('with the id of a saved one takes nothing over: %s', async (state) => {
    const before = await readSealed('records', a);
    await putSealed('held', a, await forged(owner.recipient, a));
    restartBrowser();
    if (state === 'open') await open();
    for (const { id } of await heldTokens()) await saveHeld(id).catch(() => null);
    expect(await readSealed('records', a)).toEqual(before);
    if (state === 'locked') await open();
    expect((await revealed(a)).secret).toBe(secretOf('a'));
  });

  test('with the id of a saved one is saved under another, once the vault is open', async () => {
    await putSealed('held', a, await forged(owner.recipient, a));
    restartBrowser();
    await expect(saveHeld(a)).rejects.toMatchObject({ failure: 'locked' });
    expect(await sealedIds('held'), 'it is held still').toEqual([a]);
    await open();
    const [held] = await heldTokens();
    expect(held).toMatchObject({ name: 'forged' });
    expect(await saveHeld(held?.id ?? '')).toMatchObject({ state: 'saved' });
    expect(await names()).toEqual(['a', 'b', 'forged']);
    expect(await sealedIds('held')).toEqual([]);
  });
});

describe('a record that is no token', () => {
  const WRONG: readonly [what: string, over: object][] = [
    ['without an end', { expires: undefined }],
    ['with an end that is no day', { expires: { at: 5 } }],
    ['with a number for a name', { name: 5 }],
    ['with a number for a label', { label: 5 }],
    ['with a number for a note', { note: 5 }],
    ['with scopes that are no list', { scopes: 'all' }],
    ['with a number among its scopes', { scopes: ['a', 5] }],
    ['with an account that is a list', { account: [] }],
    ['without an owner', { owner: undefined }],
    ['with a number for its page', { manageId: 7 }],
    ['with a time that is none', { savedAt: 'yesterday' }],
    ['with an origin that is none', { origin: 'zenodo' }],
    ['with a number for a path', { path: 1 }],
  ];

  test('the control: a whole one is listed', async () => {
    const id = newId();
    await putSealed('records', id, await forged(owner.recipient, id));
    await open();
    expect(await names()).toEqual(['a', 'b', 'forged']);
  });

  test.each(WRONG)('%s is told as damaged, alone, and kept', async (_, over) => {
    const id = newId();
    const sealed = await forged(owner.recipient, id, over);
    await putSealed('records', id, sealed);
    await open();
    expect(await names()).toEqual(['a', 'b']);
    expect((await problems()).problems).toMatchObject([{ id, failure: 'corrupt' }]);
    expect(await readSealed('records', id)).toEqual(sealed);
    expect((await revealed(b)).secret).toBe(secretOf('b'));
  });

  test('is told as damaged where a version that did not look had listed it', async () => {
    const id = newId();
    await putSealed('records', id, await forged(owner.recipient, id, { name: 5 }));
    await open();
    await lock();
    await listAs(id, { ...metadataOf('forged'), id, name: 5 });
    restartBrowser();
    await open();
    expect(await names()).toEqual(['a', 'b']);
    expect((await problems()).problems).toMatchObject([{ id, failure: 'corrupt' }]);
  });

  test.each([
    ['nothing', ''],
    ['a number for a secret', '{"secret":5}'],
    ['a secret that does not end', '{"secret":"EXAMPLE'],
    ['more than a secret', '{"secret":"EXAMPLE","more":"EXAMPLE"}'],
    ['half a code unit', String.raw`{"secret":"EXAMPLE\u00"}`],
    ['an escape that is none', String.raw`{"secret":"EXAMPLE\x41"}`],
  ])('with %s in line 2 is told as damaged, alone', async (_, line) => {
    const id = newId();
    const encrypter = new Encrypter();
    encrypter.addRecipient(owner.recipient);
    const sealed = await encrypter.encrypt(
      `${JSON.stringify({ v: 1, id, ...metadataOf('forged') })}\n${line}`.padEnd(512),
    );
    await putSealed('records', id, sealed);
    await putSealed('notes', id, sealed);
    await open();
    expect(await names()).toEqual(['a', 'b']);
    expect((await problems()).problems).toMatchObject([{ id, failure: 'corrupt' }]);
    expect((await backupTokens(0, 10)).tokens).toHaveLength(2);
  });

  /** As a version before this one listed it: whatever it was. */
  async function listAs(id: string, metadata: Metadata): Promise<void> {
    const key = await indexKey(owner.identity);
    const opened = await openIndex(key, (await readStoredIndex()) ?? new Uint8Array());
    if (!opened.ok) throw new Error('The index does not open.');
    const { shape: _, ...index } = opened.index;
    const entries = index.entries.map((entry) =>
      entry.id === id ? { ...entry, metadata, failure: null } : entry,
    );
    await putIndex(await sealIndex(key, opened.gen + 1, { ...index, entries }), []);
  }
});

test('a line break in what a record says of itself is none in what is listed', async () => {
  const id = newId();
  await putSealed(
    'records',
    id,
    await forged(owner.recipient, id, { account: 'maria\nhost=git.example.org' }),
  );
  await open();
  expect((await revealed(id)).token.account).toBe('maria host=git.example.org');
});

test.each([
  'https://git.example.org/.ghe.com',
  'https://github.com@git.example.org',
  'https://git.example.org?.ghe.com',
])('a record of the origin %s is listed at no site, and is sent to none', async (origin) => {
  const id = newId();
  await putSealed('records', id, await forged(owner.recipient, id, { provider: 'github', origin }));
  await open();
  expect(await names()).toEqual(['a', 'b']);
  expect((await problems()).problems).toMatchObject([{ id, failure: 'corrupt' }]);
});

describe('a note that is none', () => {
  test.each<[what: string, metadata: Metadata, text: string]>([
    ['without a time', { provider: 'zenodo', scope: 'deposit:write' }, 'EXAMPLE'],
    ['with a number for its scope', { provider: 'zenodo', scope: 5, at: 1 }, 'EXAMPLE'],
    ['with reminders that are no list', { reminders: 'EXAMPLE', at: 1 }, ''],
  ])('%s stops no other one, and is kept', async (_, metadata, text) => {
    const id = newId();
    await putSealed('notes', id, await sealRecord(owner.recipient, id, metadata, text));
    await open();
    await setNote({ provider: 'zenodo', scope: 'deposit:write', text: 'EXAMPLE note' });
    expect(await allNotes()).toMatchObject([{ text: 'EXAMPLE note' }]);
    expect(await sealedIds('notes')).toContain(id);
  });
});
