/** The vaults that released versions wrote, as `npm run save-vault` has kept them: this version opens each. */
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { makeVault, restartBrowser, wipeAll } from '../../test/support/background';
import { page, secretOf, seen } from '../../test/support/seen';
import type { SavedVault } from '../../test/vaults/saved-vault';
import type { BackupNote, BackupToken } from '../messages/protocol';
import { openBackup } from '../vault/backup';
import { openPassphraseSlot } from '../vault/slots';
import { passphraseSlots } from '../vault/vault';
import { closeStorage } from '../storage/database';
import { restore } from './backup';
import { problems } from './checking';
import { heldTokens } from './held';
import { allTokens, revealed } from './listing';
import { allNotes } from './notes';
import { reconcile } from './reconcile';
import { save, saveHeld } from './saving';
import { standing } from './standing';
import { unlock } from './unlock';
import { afterUnlock } from './unlocked';

vi.mock('../browser', async () => import('../../test/support/fake-browser'));

const SAVED = Object.values(
  import.meta.glob<SavedVault>('../../test/vaults/*.json', { eager: true, import: 'default' }),
);

const bytes = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const isBytes = (value: unknown): value is { base64: string } =>
  typeof value === 'object' && value !== null && 'base64' in value;
const withBytes = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, each: unknown) => (isBytes(each) ? bytes(each.base64) : each)) as T;

/** Puts everything back as it was stored then, in a database of that version. */
async function putBack({ database, stores, copy }: SavedVault): Promise<void> {
  const db = await openDB('seenonce', database, {
    upgrade(made) {
      for (const store of Object.keys(stores)) made.createObjectStore(store);
    },
  });
  for (const [store, entries] of Object.entries(withBytes(stores)))
    for (const [key, value] of entries) await db.put(store, value, key);
  db.close();
  const folder = await navigator.storage.getDirectory();
  const writable = await (await folder.getFileHandle('vault.json', { create: true })).createWritable();
  await writable.write(copy);
  await writable.close();
  restartBrowser();
}

async function open({ passphrase }: SavedVault): Promise<void> {
  const { header } = await standing();
  const [slot] = header ? passphraseSlots(header) : [];
  const identity = slot && (await openPassphraseSlot(slot.data, passphrase));
  if (!identity) throw new Error('The vault does not open.');
  await unlock(identity);
  await afterUnlock();
}

async function everything(): Promise<{ name: string | null; secret: string }[]> {
  const tokens = await allTokens();
  return Promise.all(tokens.map(async ({ id, name }) => ({ name, secret: (await revealed(id)).secret })));
}

beforeEach(wipeAll);
afterEach(wipeAll);

test('there is one for this version, and one alone', () => {
  expect(SAVED.filter(({ version }) => version === packageJson.version)).toHaveLength(1);
});

describe.each(SAVED)('the vault of version $version', (saved) => {
  beforeEach(async () => {
    await closeStorage();
    await putBack(saved);
    await reconcile();
  });

  test('opens with its passphrase, and gives every token and every note', async () => {
    await open(saved);
    expect(await everything()).toEqual(saved.tokens);
    expect(await problems()).toEqual({ problems: [], notices: [] });
    expect(await allNotes()).toEqual(expect.arrayContaining([...saved.notes]));
  });

  test('has its held token still, which can be saved', async () => {
    await open(saved);
    const held = (await heldTokens()).find(({ name }) => name === saved.held.name);
    await saveHeld(held?.id ?? '');
    expect(await everything()).toEqual([saved.held, ...saved.tokens]);
  });

  test('takes another token, locked', async () => {
    await save(seen('one more'), page);
    await open(saved);
    expect(await everything()).toEqual([{ name: 'one more', secret: secretOf('one more') }, ...saved.tokens]);
  });

  test('was backed up, and that opens into an empty vault', async () => {
    await wipeAll();
    await makeVault();
    const opened = await openBackup(bytes(saved.backup.base64), saved.passphrase);
    if (!opened.ok) throw new Error(opened.failure);
    // As the options page hands them over; the background checks each.
    await restore(opened.tokens as readonly BackupToken[], opened.notes as readonly BackupNote[]);
    expect((await everything()).toSorted(byName)).toEqual(saved.tokens.toSorted(byName));
  });

  test('the control: a changed byte is told', async () => {
    await closeStorage();
    const db = await openDB('seenonce');
    const [id = ''] = (await db.getAllKeys('records')).map(String);
    const record = (await db.get('records', id)) as Uint8Array; // sealed bytes
    await db.put('records', record.with(record.length - 5, (record.at(-5) ?? 0) ^ 1), id);
    db.close();
    restartBrowser();
    await (await navigator.storage.getDirectory()).removeEntry('vault.json');
    await open(saved);
    expect((await problems()).problems).toMatchObject([{ id, failure: 'corrupt' }]);
  });
});

const byName = (a: { name: string | null }, b: { name: string | null }) =>
  (a.name ?? '').localeCompare(b.name ?? '');
