/** Backups as a person makes and restores them on the options page. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { BackupNote, BackupToken } from '../../src/messages/protocol';
import { openBackup } from '../../src/vault/backup';
import { inTerminal } from '../support/age';
import { allListed, allSecrets, ask } from '../support/ask';
import { until, type BrowserDriver, type FileOf, type Tab } from '../support/driver';
import { madeBackup, madeTokens } from '../support/made-tokens';
import { stage, launch } from './stage';
import { copied, createQuickVault, PASSPHRASE, saveOne, secretOf } from './steps/vault';

const TOKENS = [
  ['zenodo/personal', 'in the backup, 1'],
  ['speckle/personal', 'in the backup, 2'],
  ['github/classic', 'in the backup, 3'],
] as const;
const NAMES = TOKENS.map(([, name]) => name);
const NOTE = 'EXAMPLE: uploads for the lab, never publish with it';
const OWN_NOTE = 'EXAMPLE: my own words since then';
const SCOPE = 'deposit:write';
/** So many that the file has three sections of 64 KiB, of which one can be lost. */
const MANY = 400;
const OLD = '2025-01-02T03:04:05.000Z';
const SECTION = 64 * 1024 + 16;
const WRONG = `${PASSPHRASE}s`;

async function writeNote(options: Tab, text: string, button: 'Add' | 'Edit'): Promise<void> {
  await options.click('button', `${button} note on ${SCOPE}`);
  await options.type('textbox', `My note on ${SCOPE}`, text);
  await options.click('button', 'Save note');
  await options.says(text);
}

/** Chooses the file, types the passphrase and clicks; waits until it says this. */
async function restore(options: Tab, file: FileOf, passphrase: string, words: string): Promise<void> {
  // What is not in front is drawn once a second.
  await options.front();
  await options.upload('Backup file', file);
  await options.type('textbox', 'Passphrase of the backup', passphrase);
  await options.click('button', 'Restore');
  await options.says(words);
}

const file = (bytes: Uint8Array): FileOf => ({ name: 'seenonce-20260101.age', bytes });

/** With one byte of its second section changed. */
const damaged = (whole: Uint8Array): Uint8Array => {
  const at = SECTION + SECTION / 2;
  return whole.with(at, (whole[at] ?? 0) ^ 1);
};

async function namesIn(own: Tab): Promise<string[]> {
  return (await allListed(own)).map(({ name }) => name ?? '');
}

describe('a backup', () => {
  let empty: BrowserDriver;
  /** The options page of each. */
  let page: Tab;
  let other: Tab;
  let made: FileOf;
  const folder = mkdtempSync(join(tmpdir(), 'seenonce-backup-'));

  const at = stage(async ({ browser, sites }) => {
    empty = await launch(sites);
    await createQuickVault(browser);
    for (const [kind, name] of TOKENS) await saveOne(browser, kind, name);
    page = await browser.openOwn('options');
    await writeNote(page, NOTE, 'Add');
  });
  afterAll(async () => {
    await empty?.quit();
    rmSync(folder, { recursive: true });
  });

  const expected = () => NAMES.map((name) => ({ name, secret: secretOf(at.sites, name) }));

  test('is not made with a wrong passphrase', async () => {
    await page.front();
    await page.click('button', 'Download backup');
    await page.type('textbox', 'Passphrase', WRONG);
    await page.click('button', 'Download backup');
    await page.says('This is not the passphrase of the vault. No backup was made');
    expect(await page.downloads()).toEqual([]);
    await page.says('No backup yet.');
  });

  test('is one file, made with the passphrase', async () => {
    await page.type('textbox', 'Passphrase', PASSPHRASE);
    await page.click('button', 'Download backup');
    await page.says('Backup made: 3 tokens.');
    [made] = await until('the file', async () => {
      const [first, ...more] = await page.downloads();
      return first ? ([first, ...more] as const) : null;
    });
    expect(await page.downloads()).toHaveLength(1);
    expect(made.name).toMatch(/^seenonce-\d{8}\.age$/);
    await page.says('Your last backup is of');
  });

  test('opens in a terminal with age, and nothing of it is in clear before', async () => {
    const path = join(folder, made.name);
    writeFileSync(path, made.bytes);
    const { code, shown } = await inTerminal(`age -d '${path}'`, PASSPHRASE);
    expect(code).toBe(0);
    const clear = [...expected().flatMap(({ name, secret }) => [name, secret]), NOTE, SCOPE];
    const bytes = Buffer.from(made.bytes);
    for (const text of clear) {
      expect(shown, 'what age shows').toContain(text);
      expect(bytes.includes(text), 'in clear in the file').toBe(false);
    }
  });

  test('gives everything to an empty vault, and nothing twice', async () => {
    await createQuickVault(empty);
    other = await empty.openOwn('options');
    await restore(other, made, PASSPHRASE, '3 tokens were added.');
    await restore(other, made, PASSPHRASE, '0 tokens were added. 3 were here already.');
    await other.says(NOTE);
    const popup = await empty.openOwn('popup');
    expect((await namesIn(popup)).toSorted()).toEqual(NAMES);
    for (const name of NAMES) expect(await copied(popup, name)).toBe(secretOf(at.sites, name));
    await popup.close();
  });

  /** What the file holds, changed by somebody else meanwhile, and with one token more. */
  async function changed(): Promise<{ tokens: BackupToken[]; notes: BackupNote[] }> {
    const opened = await openBackup(made.bytes, PASSPHRASE);
    if (!opened.ok) throw new Error('The backup does not open.');
    // A page of ours wrote them a moment ago.
    const [tokens, notes] = [opened.tokens as readonly BackupToken[], opened.notes as readonly BackupNote[]];
    const renamed = tokens.map((token, n) => ({
      ...token,
      name: `renamed ${n}`,
      // The last one is known by its secret only.
      id: n === 2 ? 'another-id'.padEnd(22, 'x') : token.id,
    }));
    return { tokens: [...renamed, ...madeTokens(1, new Date().toISOString())], notes: [...notes] };
  }

  test('overwrites nothing in a vault that is in use', async () => {
    await page.front();
    await writeNote(page, OWN_NOTE, 'Edit');
    const { tokens, notes } = await changed();
    expect(notes.map(({ text }) => text)).toEqual([NOTE]);
    const bytes = await madeBackup(tokens, notes, PASSPHRASE);
    await restore(page, file(bytes), PASSPHRASE, '1 token was added. 3 were here already.');
    expect((await namesIn(page)).toSorted()).toEqual([...NAMES, 'made 0']);
    expect(await allSecrets(page)).toEqual(expect.arrayContaining(expected()));
    expect((await ask(page, 'ui:notes', null)).map(({ text }) => text)).toEqual([OWN_NOTE]);
  });

  test.each([
    ['a wrong passphrase', () => made.bytes, WRONG, 'This is not the passphrase of the backup.'],
    ['no backup', () => Buffer.from('a text of EXAMPLE'), PASSPHRASE, 'This file is no backup of SeenOnce.'],
    ['a cut in its head', () => made.bytes.slice(0, 70), PASSPHRASE, 'damaged from its beginning'],
  ])('%s: clear words, and nothing is changed', async (_, bytes, passphrase, words) => {
    const before = await allSecrets(other);
    await restore(other, file(bytes()), passphrase, words);
    await other.says('Nothing was changed');
    expect(await allSecrets(other)).toEqual(before);
  });

  test('reminds of itself once the tokens are a month old, and not before', async () => {
    const popup = await empty.openOwn('popup');
    await popup.shows('button', `Copy ${NAMES[0]}`);
    expect(await popup.count('link', 'Make a backup')).toBe(0);
    const tokens = madeTokens(1, OLD, 'old');
    const bytes = await madeBackup(tokens, [], PASSPHRASE);
    await restore(other, file(bytes), PASSPHRASE, '1 token was added.');
    // What ends soon is told before, until it was looked at.
    await ask(popup, 'ui:ending-seen', null);
    await popup.reload();
    await popup.says('No backup yet.');
    await popup.click('link', 'Make a backup');
    const opened = await empty.tabAt('options.html#backup');
    await opened.shows('button', 'Download backup');
    await opened.close();
    await popup.close();
  });

  test.each([
    ['a byte changed', damaged, 'flip'],
    ['its end cut off', (whole: Uint8Array) => whole.slice(0, SECTION + 1_000), 'cut'],
  ])('of many tokens, with %s: what is whole is added, what is lost is named', async (_, damage, word) => {
    const tokens = madeTokens(MANY, OLD, word);
    const bytes = await madeBackup(tokens, [], PASSPHRASE);
    expect(bytes.length, 'sections').toBeGreaterThan(2 * SECTION);
    const before = new Set(await namesIn(other));
    await restore(other, file(damage(bytes)), PASSPHRASE, 'in a damaged part of the file');
    const added = (await namesIn(other)).filter((name) => !before.has(name));
    const lost = (await other.shows('list', 'Lost'))
      .split('\n')
      .map((line) => line.split(', zenodo')[0] ?? '');
    expect(added.length, 'added').toBeGreaterThan(50);
    expect(lost.length, 'lost').toBeGreaterThan(50);
    await other.says(`${added.length} tokens were added.`);
    expect([...added, ...lost].toSorted()).toEqual(tokens.map(({ name }) => name ?? '').toSorted());
  });
});
