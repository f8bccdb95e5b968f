/** Every released version's vault opens in this one. `test/vaults/README.md` says where the files come from. */
import { base64 } from '@scure/base';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeVault, restartBrowser, wipeAll } from '../../test/support/background';
import { page, secretOf, seen } from '../../test/support/seen';
import { putStored, readStored, whole, type ReleasedVault } from '../../test/support/stored-vault';
import type { BackupNote, BackupToken } from '../messages/protocol';
import { settings, sites } from '../storage/items';
import { changeSecondCopy } from '../storage/second-copy';
import { openBackup } from '../vault/backup';
import { openPassphraseSlot } from '../vault/slots';
import { backupState, restore } from './backup';
import { problems, sealedBytes } from './checking';
import { heldTokens } from './held';
import { allTokens, revealed } from './listing';
import { allNotes } from './notes';
import { openVault } from './open-vault';
import { reconcile } from './reconcile';
import { save, saveHeld } from './saving';
import { slots } from './slots';
import { status } from './status';
import { lock, unlock } from './unlock';
import { afterUnlock } from './unlocked';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const files = Object.entries(
  import.meta.glob<ReleasedVault>('../../test/vaults/*.json', { eager: true, import: 'default' }),
);

/** As the user does: with the passphrase, and what the slots make of it. */
async function openWith(passphrase: string): Promise<void> {
  const [slot = ''] = (await slots()).passphrase;
  await unlock((await openPassphraseSlot(base64.decode(slot), passphrase)) ?? 'no slot opened');
  await afterUnlock();
}

/** As `expected` has them, with the secrets that the vault gives. */
async function given() {
  const tokens = await Promise.all(
    (await allTokens()).map(async ({ id, name, provider, scopes, expires, replaced }) => {
      const { secret } = await revealed(id);
      return { name, provider, scopes, expires, replaced, secret };
    }),
  );
  return tokens.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? ''));
}

const told = ({ expected }: ReleasedVault) =>
  expected.tokens.map((token) => ({ ...token, secret: whole(token.secret) }));

test('there are files', () => {
  expect(files).not.toEqual([]);
});

describe.each(files)('%s', (_file, vault) => {
  beforeEach(async () => {
    await wipeAll();
    await putStored(vault);
    await reconcile();
  });
  afterEach(wipeAll);

  test('says that it is locked, and how many tokens it has, before anything is typed', async () => {
    const count = vault.expected.tokens.length;
    expect(await status()).toMatchObject({ vault: 'locked', trouble: null, count });
    expect(await heldTokens()).toMatchObject([{ name: null }]);
  });

  test('gives every token with its secret, and every note, and finds nothing wrong', async () => {
    await openWith(vault.passphrase);
    expect(await given()).toEqual(told(vault));
    expect(await allNotes()).toEqual(expect.arrayContaining([...vault.expected.notes]));
    expect(await problems()).toEqual({ problems: [], notices: [] });
    expect((await openVault()).contents.isDeleted(vault.expected.deleted)).toBe(true);
    expect(await settings.get()).toMatchObject(vault.expected.settings);
    expect(await sites.get()).toMatchObject(vault.expected.sites);
    expect(await backupState(new Date())).toMatchObject({ newest: vault.expected.backedUp, newer: 0 });
  });

  test('names what was held, saves it, and saves one more', async () => {
    await openWith(vault.passphrase);
    const { name, secret } = vault.expected.held;
    const [held, ...others] = await heldTokens();
    expect([held?.name, others]).toEqual([name, []]);
    await saveHeld(held?.id ?? '');
    const more = await save(seen('one more'), page);
    expect((await revealed(held?.id ?? '')).secret).toBe(whole(secret));
    expect((await revealed(more.id)).secret).toBe(secretOf('one more'));
    expect(await allTokens()).toHaveLength(vault.expected.tokens.length + 2);
    restartBrowser();
    await openWith(vault.passphrase);
    expect(await allTokens(), 'after a restart').toHaveLength(vault.expected.tokens.length + 2);
    expect(await problems()).toEqual({ problems: [], notices: [] });
  });

  test('saves what was held while it is locked, too', async () => {
    const [held] = await heldTokens();
    await saveHeld(held?.id ?? '');
    await openWith(vault.passphrase);
    expect((await revealed(held?.id ?? '')).secret).toBe(whole(vault.expected.held.secret));
  });

  test('leaves a backup that comes back into an empty vault', async () => {
    await wipeAll();
    await makeVault();
    const backup = await openBackup(base64.decode(vault.backup.base64), vault.passphrase);
    if (!backup.ok) throw new Error(backup.failure);
    expect(backup.damage).toBeNull();
    // As a page of ours hands them on; their shapes are checked on arrival.
    const tokens = backup.tokens as unknown as BackupToken[];
    await restore(tokens, backup.notes as unknown as BackupNote[]);
    expect(await given()).toEqual(told(vault));
    expect(await allNotes()).toEqual(expect.arrayContaining([...vault.expected.notes]));
  });

  test('comes back whole from its second copy alone', async () => {
    await wipeAll();
    const { version } = vault.database;
    await putStored({
      ...vault,
      database: { version, stores: { ...emptied(vault), vault: headerOf(vault) } },
    });
    await reconcile();
    await openWith(vault.passphrase);
    expect(await given()).toEqual(told(vault));
  });

  test('opens where the database has the first stores only: the upgrade adds the others', async () => {
    await wipeAll();
    const { resealed: _, noise: __, ...stores } = vault.database.stores;
    await putStored({ ...vault, database: { version: 1, stores } });
    await openWith(vault.passphrase);
    expect(await given()).toEqual(told(vault));
    expect(Object.keys((await readStored()).database.stores)).toEqual(
      expect.arrayContaining(['resealed', 'noise']),
    );
  });

  test('tells of a record that has a changed byte, as a control', async () => {
    const [id = ''] = Object.keys(vault.database.stores['records'] ?? {});
    const sealed = base64.decode(await sealedBytes(id));
    const flipped = sealed.with(sealed.length - 20, (sealed.at(-20) ?? 0) ^ 1);
    await changeSecondCopy((copy) => ({ ...copy, records: new Map([...copy.records, [id, flipped]]) }));
    const db = await openDB('seenonce');
    await db.put('records', flipped, id);
    db.close();
    await lock();
    await openWith(vault.passphrase);
    expect((await problems()).problems).toMatchObject([{ id, failure: 'corrupt' }]);
    expect(await given()).toHaveLength(vault.expected.tokens.length - 1);
  });
});

const emptied = ({ database }: ReleasedVault) =>
  Object.fromEntries(Object.keys(database.stores).map((store) => [store, {}]));

const headerOf = ({ database }: ReleasedVault) => ({ header: database.stores['vault']?.['header'] });
