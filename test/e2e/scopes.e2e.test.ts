/** What a token may do, what is advised about it, and as what it can be copied: on the options page and in the popup. */
import { parseEnv } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import type { BackupToken } from '../../src/messages/protocol';
import { ask } from '../support/ask';
import { until, type BrowserDriver, type FileOf, type Tab } from '../support/driver';
import { madeTokens } from '../support/made-tokens';
import { inShell } from '../support/programs';
import { stage, launch } from './stage';
import { createQuickVault, PASSPHRASE } from './steps/vault';

const SAVED = new Date().toISOString();
const OWN_NOTE = 'EXAMPLE: only until the lab repository is public';

/** Of four sites: a classic token, one that is for an organisation, a sandbox's, and one that was saved by hand. */
function tokens(): BackupToken[] {
  const [first, second, third, fourth] = madeTokens(4, SAVED, 'scoped');
  if (!first || !second || !third || !fourth) throw new Error('There are not enough tokens.');
  const github = { provider: 'github', origin: 'https://github.com', account: 'maria' };
  return [
    {
      ...first,
      ...github,
      name: 'release bot',
      kind: 'classic',
      scopes: ['repo', 'write:packages', 'brand:new'],
    },
    {
      ...second,
      ...github,
      name: 'lab reader',
      kind: 'fine-grained',
      owner: 'gaze-lab',
      scopes: ['contents:read'],
    },
    { ...third, name: 'uploads', origin: 'https://sandbox.zenodo.org', kind: 'personal' },
    {
      ...fourth,
      name: 'by hand',
      provider: 'other',
      kind: 'token',
      origin: 'https://tokens.example.org',
      scopes: null,
      secret: `EXAMPLE it's $HOME "${'h'.repeat(20)}"`,
    },
  ];
}

/** The scopes in the table, in order. */
const shown = (options: Tab) =>
  options.run<string[]>(
    `[...document.querySelectorAll('.scopes tbody code')].map((code) => code.textContent)`,
  );

async function showsOnly(options: Tab, expected: readonly string[]): Promise<void> {
  await until(`the table to show ${expected.join(', ')}`, async () => {
    const now = await shown(options);
    return now.length === expected.length && expected.every((scope, at) => now[at] === scope);
  });
}

async function details(browser: BrowserDriver, name: string): Promise<Tab> {
  const popup = await browser.openOwn('popup');
  await popup.click('button', name);
  await popup.shows('heading', name);
  return popup;
}

/** By the keyboard: an item of the menu has its preview in its name, and with it the end of the token. */
async function copiedAs(popup: Tab, label: string): Promise<string> {
  await popup.front();
  await popup.run(`navigator.clipboard.writeText('before')`);
  await popup.click('button', 'Copy as');
  await popup.press(label.charAt(0));
  await popup.press('Enter');
  await popup.says(`Copied: ${label}`);
  return until('the clipboard', async () => {
    const text = await popup.clipboard();
    return text === 'before' ? null : text;
  });
}

describe('scopes, advice and copying', () => {
  let other: BrowserDriver;
  let options: Tab;

  const at = stage(async ({ browser, sites }) => {
    other = await launch(sites);
    await createQuickVault(browser);
    options = await browser.openOwn('options');
    await ask(options, 'ui:restore', { tokens: tokens(), notes: [] });
    await options.reload();
  });
  afterAll(() => other?.quit());

  test('all scopes are listed, counted, and each leads to where it is documented', async () => {
    await options.says('brand:new');
    const all = await shown(options);
    expect(all.length).toBeGreaterThan(200);
    await options.says(`${all.length} scopes`);
    const links = await options.run<string[]>(
      `[...document.querySelectorAll('.scopes tbody th a.to-source')].map(({ href }) => href)`,
    );
    expect(links).toHaveLength(all.length);
    for (const link of links) expect(link).toMatch(/^https:\/\//);
  });

  test('searching finds scopes, what they mean, and the names of tokens', async () => {
    await options.type('searchbox', 'Search scopes', 'delete_repo');
    await showsOnly(options, ['delete_repo']);
    await options.says('1 of ');
    await options.type('searchbox', 'Search scopes', 'lab reader');
    await showsOnly(options, ['contents:read']);
    await options.type('searchbox', 'Search scopes', 'no such thing');
    await options.says('Nothing matches');
    await options.click('button', 'Clear search');
  });

  test('a risk, and what the own tokens have, can be chosen', async () => {
    await options.choose('Risk', 'administers');
    await options.click('checkbox', 'Only what my tokens have');
    await showsOnly(options, ['repo']);
    await options.choose('Risk', 'reads');
    await showsOnly(options, ['contents:read']);
    await options.choose('Risk', 'Any risk');
    await showsOnly(options, ['repo', 'write:packages', 'contents:read', 'brand:new', 'deposit:write']);
    await options.click('checkbox', 'Only what my tokens have');
  });

  test('the name of a token shows what that one may do, and nothing else', async () => {
    await options.click('button', 'release bot');
    await showsOnly(options, ['repo', 'write:packages', 'brand:new']);
    await options.says('There is no note on this scope yet.');
    await options.click('button', 'Only scopes of “release bot”');
    await until('all scopes', async () => (await shown(options)).length > 200);
  });

  test('an own note outlives this at.browser by a backup', async () => {
    await options.click('button', 'Add note on repo');
    await options.type('textbox', 'My note on repo', OWN_NOTE);
    await options.click('button', 'Save note');
    await options.says(OWN_NOTE);
    await options.click('button', 'Download backup');
    await options.type('textbox', 'Passphrase', PASSPHRASE);
    await options.click('button', 'Download backup');
    const file = await until<FileOf>('the backup', async () => (await options.downloads())[0] ?? null);
    await createQuickVault(other);
    const elsewhere = await other.openOwn('options');
    expect(await ask(elsewhere, 'ui:notes', null), 'the control').toEqual([]);
    await elsewhere.upload('Backup file', file);
    await elsewhere.type('textbox', 'Passphrase of the backup', PASSPHRASE);
    await elsewhere.click('button', 'Restore');
    await elsewhere.says('4 tokens were added.');
    await elsewhere.type('searchbox', 'Search scopes', OWN_NOTE);
    await showsOnly(elsewhere, ['repo']);
    await elsewhere.says(OWN_NOTE);
    await elsewhere.close();
  });

  test('the popup warns of every broad scope and says what would do with less', async () => {
    const popup = await details(at.browser, 'release bot');
    await popup.says('repo reaches every repository you can reach,');
    await popup.says('A fine-grained token allows less');
    await popup.says('Downloading needs read:packages only.');
    await popup.says(OWN_NOTE);
    await popup.close();
  });

  test.each([
    ['release bot', 'An organisation with single sign-on refuses it', 'Revoke it on github.com'],
    ['lab reader', 'gaze-lab may have to approve it first.', 'Revoke it on github.com'],
    ['uploads', 'The sandbox may be wiped at any time,', 'Delete it on sandbox.zenodo.org'],
  ])('of %s it says: %s; and once it leaked: %s', async (name, said, link) => {
    const popup = await details(at.browser, name);
    await popup.says(said);
    expect(await popup.count('link', link), 'not before it is asked for').toBe(0);
    await popup.run(`document.querySelector('.advice summary').click()`);
    await popup.shows('link', link);
    await popup.close();
  });

  test('a name that tells scope and server is suggested where a token is renamed', async () => {
    const popup = await details(at.browser, 'uploads');
    await popup.click('button', 'Rename uploads');
    await popup.click('button', 'Use uploads_ALL_SB');
    await popup.click('button', 'Rename');
    await popup.shows('heading', 'uploads_ALL_SB');
    await popup.close();
  });

  test('a token of a sandbox is copied under the name that the sandbox has', async () => {
    const popup = await details(at.browser, 'uploads_ALL_SB');
    const { secret } = tokens()[2] ?? {};
    expect(await copiedAs(popup, 'Environment line')).toBe(`export ZENODO_SANDBOX_ACCESS_TOKEN='${secret}'`);
    await popup.close();
  });

  test('one that was saved by hand is copied so that a shell has it as it is', async () => {
    const popup = await details(at.browser, 'by hand');
    const secret = tokens()[3]?.secret;
    const line = await copiedAs(popup, 'Environment line');
    expect(await inShell(`${line}\nprintf %s "$TOKEN"`)).toBe(secret);
    expect(parseEnv(await copiedAs(popup, '.env file'))).toEqual({ TOKEN: secret });
    await popup.close();
  });
});
