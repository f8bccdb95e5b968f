/** What `npm run save-vault` does: uses the built extension as a person does, and reads what it stored. */
import { writeFileSync } from 'node:fs';
import { displayOf } from '../e2e/scenarios/displays';
import { isHeld } from '../e2e/scenarios/controls';
import { createQuickVault, PASSPHRASE, saveOne, secretOf } from '../e2e/scenarios/vault';
import { startPracticeSites, type PracticeSites } from '../practice/server';
import { allListed, ask } from '../support/ask';
import { launchChromium } from '../support/chromium-driver';
import { until, type BrowserDriver, type Tab } from '../support/driver';
import type { SavedVault } from './saved-vault';

const TOKENS = [
  ['github/classic', 'EXAMPLE classic'],
  ['github/fine-grained', 'EXAMPLE fine-grained'],
  ['osf/personal', 'EXAMPLE archive, größer'],
  ['zenodo/personal', 'EXAMPLE uploads'],
  ['speckle/personal', 'EXAMPLE sync'],
] as const;
const DELETED = 'EXAMPLE deleted';
const HELD = 'EXAMPLE held';
const NOTES = [
  { provider: 'zenodo', scope: 'deposit:write', text: 'EXAMPLE: for uploads only' },
  { provider: 'github', scope: 'workflow', text: 'EXAMPLE: the runner needs it' },
];

const STORED = `(async () => {
  const db = await new Promise((resolve) => {
    const open = indexedDB.open('seenonce');
    open.onsuccess = () => resolve(open.result);
  });
  const answered = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
  const stores = {};
  for (const name of ['vault', 'records', 'held', 'notes']) {
    const store = db.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
    stores[name] = keys.map((key, n) => [key, values[n]]);
  }
  const file = await (await navigator.storage.getDirectory()).getFileHandle('vault.json');
  const copy = await (await file.getFile()).text();
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const asText = (_, value) => value instanceof Uint8Array ? { base64: base64(value) } : value;
  return JSON.parse(JSON.stringify({ database: db.version, stores, copy }, asText));
})()`;

/** Saves all kinds of tokens, deletes one, writes notes, and leaves one unsaved. */
async function use(browser: BrowserDriver, own: Tab): Promise<void> {
  for (const [kind, name] of TOKENS) await saveOne(browser, kind, name);
  await saveOne(browser, 'osf/personal', DELETED);
  const { id = '' } = (await allListed(own)).find(({ name }) => name === DELETED) ?? {};
  await ask(own, 'ui:delete', { id });
  for (const note of NOTES) await ask(own, 'ui:set-note', note);
  const page = await displayOf('zenodo/personal').make(browser, HELD);
  await isHeld(page);
  await page.close();
}

async function backupOf(own: Tab): Promise<Uint8Array> {
  await own.reload();
  await own.click('button', 'Download backup');
  await own.type('textbox', 'Passphrase', PASSPHRASE);
  await own.click('button', 'Download backup');
  const [file] = await until('the backup', async () => {
    const all = await own.downloads();
    return all.length > 0 ? all : null;
  });
  if (!file) throw new Error('No backup was made.');
  return file.bytes;
}

type Stored = Pick<SavedVault, 'database' | 'stores' | 'copy'>;

async function read(browser: BrowserDriver, sites: PracticeSites, version: string): Promise<SavedVault> {
  const own = await browser.openOwn('options');
  await use(browser, own);
  const backup = await backupOf(own);
  // It follows the database, and nobody who saves waits for it.
  const hasAll = ({ copy, stores }: Stored) => stores.records?.every(([id]) => copy.includes(id)) ?? false;
  const stored = await until('the second copy', async () => {
    const now = await own.run<Stored>(STORED);
    return hasAll(now) ? now : null;
  });
  const made = (name: string) => ({ name, secret: secretOf(sites, name) });
  return {
    version,
    passphrase: PASSPHRASE,
    tokens: TOKENS.toReversed().map(([, name]) => made(name)),
    notes: NOTES,
    held: made(HELD),
    ...stored,
    backup: { base64: Buffer.from(backup).toString('base64') },
  };
}

/** Writes the file. */
export async function saveVault(file: string, version: string): Promise<void> {
  const sites = await startPracticeSites();
  const browser = await launchChromium({ sites });
  try {
    await createQuickVault(browser);
    writeFileSync(file, `${JSON.stringify(await read(browser, sites, version), null, 2)}\n`);
  } finally {
    await browser.quit();
    await sites.close();
  }
}
