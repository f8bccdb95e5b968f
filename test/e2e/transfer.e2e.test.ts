/** Files of other programs, imported and exported as a person does on the options page. */
import { parseEnv } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { provider as github } from '../../src/providers/github';
import { allListed, allSecrets } from '../support/ask';
import { until, type BrowserDriver, type FileOf, type Tab } from '../support/driver';
import { madeTokens } from '../support/made-tokens';
import { silence } from '../support/silence';
import { stage, launch } from './stage';
import { createQuickVault, lock, PASSPHRASE } from './steps/vault';

const CLASSIC = github.kinds['classic']?.example ?? '';
const ZENODO = 'z'.repeat(60);
const SPECKLE = 'a'.repeat(42);
const OSF = 'o'.repeat(70);
const PASSWORD = 'correct horse EXAMPLE battery';

const file = (name: string, text: string): FileOf => ({ name, bytes: Buffer.from(text) });

const ENV = file(
  'lab.env',
  [
    '# the lab’s, EXAMPLE',
    'DEBUG=1',
    `export GITHUB_TOKEN=${CLASSIC}`,
    `ZENODO_SANDBOX_ACCESS_TOKEN="${ZENODO}"`,
    'SPECKLE_SERVER_URL=https://speckle.example.edu',
    `SPECKLE_TOKEN=${SPECKLE}`,
  ].join('\n'),
);
const BROKEN = file('broken.env', `GITHUB_TOKEN=${CLASSIC}\n\nZENODO_TOKEN="${ZENODO}\n`);

const login = (name: string, uri: string, password: string) => ({
  type: 1,
  name,
  notes: name === 'OSF uploads' ? 'EXAMPLE: for the lab' : null,
  favorite: false,
  login: { username: 'me@example.org', password, totp: null, uris: [{ match: null, uri }] },
});
const BITWARDEN = file(
  'bitwarden_export.json',
  JSON.stringify({
    encrypted: false,
    folders: [],
    items: [
      login('Forum', 'https://forum.example.org/login', PASSWORD),
      login('OSF uploads', 'https://osf.io/settings/tokens', OSF),
      login('Build server', 'https://ci.example.org', 'EXAMPLE-build-token-1'),
    ],
  }),
);

const FORMATS = ['.env', 'CSV', 'Bitwarden (JSON)', '1Password (CSV)'] as const;

describe('import and export', () => {
  let empty: BrowserDriver;
  let page: Tab;

  const at = stage(async ({ browser, sites }) => {
    empty = await launch(sites);
    await Promise.all([browser, empty].map(createQuickVault));
    page = await browser.openOwn('options');
  });
  afterAll(() => empty?.quit());

  const secrets = async (tab: Tab) => (await allSecrets(tab)).map(({ secret }) => secret).toSorted();

  /** Chooses the file and waits until this is said of it. */
  async function choose(tab: Tab, chosen: FileOf, words: string): Promise<void> {
    await tab.front();
    await tab.upload('File to import', chosen);
    await tab.says(words);
  }

  async function exported(tab: Tab, format: string, which = 'All tokens'): Promise<FileOf> {
    const before = (await tab.downloads()).length;
    await tab.front();
    await tab.click('button', 'Export tokens');
    await tab.choose('File format', format);
    await tab.choose('Which tokens', which);
    await tab.click('checkbox', 'I want a file that is not encrypted');
    await tab.type('textbox', 'Passphrase of the vault', PASSPHRASE);
    await tab.click('button', 'Export without encryption');
    await tab.says('not encrypted. Delete the file once you do not need it.');
    return until('the file', async () => (await tab.downloads())[before] ?? null);
  }

  test('a malformed file is refused with its line, and nothing of it is added', async () => {
    await choose(page, BROKEN, 'Line 3: a quote opens here and is never closed. Nothing was imported.');
    expect(await secrets(page)).toEqual([]);
  });

  test('a .env file is shown before anything is added, and no value of it', async () => {
    await choose(page, ENV, '3 tokens are in this file.');
    await page.says('1 other entry, not ticked');
    await page.shows('list', 'Tokens in the file');
    const drawn = await page.run<string>('document.documentElement.outerHTML');
    for (const secret of [CLASSIC, ZENODO, SPECKLE]) {
      expect(drawn.includes(secret), 'a value in the page').toBe(false);
      // The control: what is looked for there is found there.
      expect(drawn).toContain(`ends in ${secret.slice(-4)}`);
    }
    expect(await secrets(page)).toEqual([]);
  });

  test('what is ticked is added, whole, under the at.sites that the names say', async () => {
    await page.click('button', 'Import 3 tokens');
    await page.says('3 tokens were added.');
    await page.says('delete it once you do not need it');
    expect(await secrets(page)).toEqual([CLASSIC, ZENODO, SPECKLE].toSorted());
    const listed = await allListed(page);
    expect(listed.map(({ name, origin, kind }) => `${name} ${origin} ${kind}`).toSorted()).toEqual([
      'GITHUB_TOKEN https://github.com classic',
      'SPECKLE_TOKEN https://speckle.example.edu personal',
      'ZENODO_SANDBOX_ACCESS_TOKEN https://sandbox.zenodo.org personal',
    ]);
  });

  test('of a password manager’s file only what is a token is ticked, and more on request', async () => {
    await choose(page, BITWARDEN, '1 token is in this file.');
    await page.says('2 other entries, not ticked');
    await page.run('document.querySelector("#transfer details").open = true');
    await page.click('checkbox', 'Import Build server, ci.example.org, line 1');
    await page.click('button', 'Import 2 tokens');
    await page.says('2 tokens were added.');
    expect(await secrets(page)).toEqual([CLASSIC, ZENODO, SPECKLE, OSF, 'EXAMPLE-build-token-1'].toSorted());
  });

  test('the same file again adds nothing', async () => {
    await choose(page, ENV, '3 tokens are in this file.');
    await page.click('button', 'Import 3 tokens');
    await page.says('0 tokens were added. 3 were here already.');
    expect(await secrets(page)).toHaveLength(5);
  });

  test('an export needs its tick and the passphrase, and says that the file is not encrypted', async () => {
    await page.click('button', 'Export tokens');
    await page.says('Whoever gets it can use every token in it');
    await page.type('textbox', 'Passphrase of the vault', PASSPHRASE);
    await page.click('button', 'Export without encryption');
    // Nothing is to come of it; with the tick, the file is there within this time.
    await silence();
    expect(await page.downloads()).toEqual([]);
    await page.click('checkbox', 'I want a file that is not encrypted');
    await page.type('textbox', 'Passphrase of the vault', `${PASSPHRASE}s`);
    await page.click('button', 'Export without encryption');
    await page.says('This is not the passphrase of the vault. No file was made');
    expect(await page.downloads()).toEqual([]);
    await page.click('button', 'Cancel');
  });

  test('of one provider only, as another program reads it', async () => {
    const { name, bytes } = await exported(page, '.env', 'Zenodo');
    expect(name).toMatch(/^seenonce-\d{8}\.env$/);
    expect(parseEnv(Buffer.from(bytes).toString())).toEqual({ ZENODO_SANDBOX_ACCESS_TOKEN: ZENODO });
  });

  test('every format gives an empty vault everything, and nothing twice', async () => {
    const other = await empty.openOwn('options');
    const expected = await secrets(page);
    for (const [turn, format] of FORMATS.entries()) {
      const made = await exported(page, format);
      await choose(other, made, '5 tokens are in this file.');
      await other.click('button', 'Import 5 tokens');
      await other.says(turn === 0 ? '5 tokens were added.' : '0 tokens were added. 5 were here already.');
      expect(await secrets(other)).toEqual(expected);
    }
    const details = async (tab: Tab) => {
      const listed = await allListed(tab);
      // What a vault gives anew.
      const without = { id: '', savedAt: '', fresh: false, witnessed: false };
      return listed.map((token) => JSON.stringify({ ...token, ...without })).toSorted();
    };
    expect(await details(other)).toEqual(await details(page));
    await other.close();
  });

  test('many are added in hundreds; when the disk fails nothing is, and the words say so', async () => {
    const many = madeTokens(250, '2026-01-01T00:00:00.000Z', 'many');
    const lines = many.map(({ name, secret }) => `"${name}",https://many.example.org,${secret},other`);
    const csv = file('many.csv', `name,url,password,provider\n${lines.join('\n')}\n`);
    await at.browser.storageFails(true);
    await choose(page, csv, '250 tokens are in this file.');
    await page.click('button', 'Import 250 tokens');
    await page.says('0 of 250 were looked at before');
    await at.browser.storageFails(false);
    expect(await allListed(page)).toHaveLength(5);
    await choose(page, csv, '250 tokens are in this file.');
    await page.click('button', 'Import 250 tokens');
    await page.says('250 tokens were added.');
    expect(await allListed(page)).toHaveLength(255);
  });

  test('a locked vault gives nothing out, and leads to where it is unlocked', async () => {
    await lock(at.browser);
    await page.says('Importing and exporting need the vault open.');
    expect(await page.count('button', 'Export tokens')).toBe(0);
  });
});
