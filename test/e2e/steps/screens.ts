/**
 * Every screen of ours in every state that it has, for what has to hold on all of them. A new screen, or
 * a new state, is a line in `SCREENS`.
 */
import type { PracticeSites } from '../../practice/server';
import { allListed } from '../../support/ask';
import { until, type BrowserDriver, type FileOf, type OwnPage, type Tab } from '../../support/driver';
import { damageRecord, deleteHeader } from '../../support/tampering';
import { isHeld } from './held';
import { displayOf, ENDS_WITHIN } from './displays';
import { createQuickVault, fillCreateForm, lock, PASSPHRASE, saveOne, unlock } from './vault';

export type Stage = { readonly browser: BrowserDriver; readonly sites: PracticeSites };

/** What the vault is like, and what is in it. */
export const VAULTS = ['none', 'unlocked', 'locked', 'damaged', 'broken'] as const;
export type Vault = (typeof VAULTS)[number];

export type Screen = {
  readonly name: string;
  readonly vault: Vault;
  readonly page: OwnPage | 'save';
  /** What is done on the page until it stands like that. */
  readonly until: (tab: Tab, stage: Stage) => Promise<unknown>;
};

/** Its scopes are broad. */
const TOKEN = 'dataset uploads, EXAMPLE';
const HELD = 'made and not saved, EXAMPLE';
const GITHUB = ['https://github.com', 'https://*.ghe.com'] as const;

async function holdOne({ browser }: Stage): Promise<void> {
  const page = await displayOf('zenodo/personal').make(browser, HELD);
  await isHeld(page);
  await page.close();
}

async function withTokens({ browser }: Stage): Promise<void> {
  await createQuickVault(browser);
  await saveOne(browser, 'github/classic', 'runner');
  await saveOne(browser, 'zenodo/personal', TOKEN);
}

/** Makes the vault so, in a browser that has none. */
export const PREPARE: Readonly<Record<Vault, (stage: Stage) => Promise<unknown>>> = {
  none: async () => undefined,
  unlocked: withTokens,
  locked: async (stage) => {
    await withTokens(stage);
    await lock(stage.browser);
  },
  damaged: async (stage) => {
    await withTokens(stage);
    const own = await stage.browser.openOwn('bare');
    const [first] = await allListed(own);
    await damageRecord(own, first?.id ?? '');
    await own.close();
    await stage.browser.stopBackground();
    await lock(stage.browser);
    const popup = await stage.browser.openOwn('popup');
    await unlock(popup);
    await popup.close();
  },
  broken: async ({ browser }) => {
    await createQuickVault(browser);
    const own = await browser.openOwn('bare');
    await deleteHeader(own);
    await own.close();
    await browser.stopBackground();
  },
};

/** The window of "Save as token" for a text that is selected on a page. */
async function saveWindow({ browser }: Stage, selected: string): Promise<Tab> {
  const page = await browser.open('https://osf.io/');
  await page.run(
    `document.body.textContent = ${JSON.stringify(selected)}; getSelection().selectAllChildren(document.body)`,
  );
  // What the browser tells of the key, for a page that it need not lend.
  await browser.runInBackground(
    `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => void chrome.commands.onCommand.dispatch('save-by-hand', tab))`,
  );
  const window = await browser.tabAt('save.html');
  await page.close();
  return window;
}

export async function openScreen({ page, until: arrive }: Screen, stage: Stage): Promise<Tab> {
  const tab =
    page === 'save'
      ? await saveWindow(stage, `EXAMPLE ${'s'.repeat(30)}`)
      : await stage.browser.openOwn(page);
  await arrive(tab, stage);
  return tab;
}

/** Not all scopes of all providers: a few rows are like hundreds, and judged in a second. */
const few = (tab: Tab) => tab.type('searchbox', 'Search scopes', 'deposit:actions');

/** Few scopes, and these words somewhere. */
const fewAnd = (words: string) => async (tab: Tab) => {
  await few(tab);
  await tab.says(words);
};

/** The form that a button of the options page opens. */
const opened = (button: string) => async (tab: Tab) => {
  await few(tab);
  await tab.click('button', button);
  await tab.shows('button', 'Cancel');
};

const envFile = (text: string): FileOf => ({ name: 'EXAMPLE.env', bytes: Buffer.from(text) });

const skipTo = (heading: string) => async (tab: Tab) => {
  for (;;) {
    const shown = await tab.run<string>(`document.querySelector('h1')?.textContent ?? ''`);
    if (shown === heading) return;
    if (shown) await tab.click('button', (await tab.count('button', 'Skip')) > 0 ? 'Skip' : 'Continue');
    await until(
      'the next step',
      async () => (await tab.run(`document.querySelector('h1')?.textContent`)) !== shown,
    );
  }
};

export const SCREENS: readonly Screen[] = [
  // no vault yet
  {
    name: 'popup: no vault',
    vault: 'none',
    page: 'popup',
    until: (tab) => tab.shows('button', 'Create vault'),
  },
  {
    name: 'popup: a weak passphrase',
    vault: 'none',
    page: 'popup',
    until: async (tab) => {
      await fillCreateForm(tab, 'password1');
      await tab.click('button', 'Create vault');
      await tab.says('Too easy to guess');
    },
  },
  { name: 'welcome: passphrase', vault: 'none', page: 'welcome', until: skipTo('Choose a passphrase') },
  {
    name: 'welcome: words, one typed wrong',
    vault: 'none',
    page: 'welcome',
    until: async (tab) => {
      await tab.click('button', 'Use a generated passphrase');
      await tab.click('button', 'Create vault');
      await tab.says('Nothing was made yet');
    },
  },
  { name: 'welcome: sites', vault: 'none', page: 'welcome', until: skipTo('Where SeenOnce looks') },
  { name: 'welcome: first token', vault: 'none', page: 'welcome', until: skipTo('Make a token as usual') },
  {
    name: 'welcome: two things missing',
    vault: 'none',
    page: 'welcome',
    until: skipTo('2 things are missing'),
  },
  {
    name: 'practice page',
    vault: 'none',
    page: 'practice',
    until: (tab) => tab.click('button', 'Create practice token'),
  },
  { name: 'options: no vault', vault: 'none', page: 'options', until: fewAnd('No vault yet.') },
  {
    name: 'popup: a host that the browser withholds',
    vault: 'none',
    page: 'popup',
    until: async (tab, { browser }) => {
      await browser.withhold(...GITHUB);
      await tab.says('The browser keeps SeenOnce from GitHub.');
    },
  },
  {
    name: 'welcome: sites, one withheld',
    vault: 'none',
    page: 'welcome',
    until: async (tab) => {
      await skipTo('Where SeenOnce looks')(tab);
      await tab.shows('button', 'Allow GitHub');
    },
  },
  {
    name: 'welcome: three things missing',
    vault: 'none',
    page: 'welcome',
    until: async (tab, { browser }) => {
      await skipTo('3 things are missing')(tab);
      for (const origin of GITHUB) await browser.allow(origin);
    },
  },
  {
    name: 'popup: no vault, a token held',
    vault: 'none',
    page: 'popup',
    until: async (tab, stage) => {
      await holdOne(stage);
      await tab.shows('button', `Save ${HELD}`);
    },
  },
  // unlocked
  {
    name: 'popup: list',
    vault: 'unlocked',
    page: 'popup',
    until: (tab) => tab.shows('button', `Copy ${TOKEN}`),
  },
  {
    name: 'popup: nothing found',
    vault: 'unlocked',
    page: 'popup',
    until: async (tab) => {
      await tab.type('searchbox', 'Search tokens', 'no such token');
      await tab.says('no such token');
    },
  },
  {
    name: 'popup: details',
    vault: 'unlocked',
    page: 'popup',
    until: async (tab) => {
      await tab.click('button', TOKEN);
      await tab.says('Scopes');
    },
  },
  {
    name: 'popup: menu open',
    vault: 'unlocked',
    page: 'popup',
    until: async (tab) => {
      await tab.click('button', TOKEN);
      await tab.click('button', 'Copy as');
    },
  },
  {
    name: 'popup: what ends soon',
    vault: 'unlocked',
    page: 'popup',
    until: (tab) => tab.click('radio', 'Ending soon'),
  },
  {
    name: 'popup: renaming',
    vault: 'unlocked',
    page: 'popup',
    until: async (tab) => {
      await tab.click('button', TOKEN);
      await tab.click('button', `Rename ${TOKEN}`);
    },
  },
  {
    name: 'popup: a copy that is counted down',
    vault: 'unlocked',
    page: 'popup',
    until: async (tab) => {
      await tab.click('button', `Copy ${TOKEN}`);
      await tab.shows('button', 'Clear now');
    },
  },
  {
    name: 'popup: a token that was checked',
    vault: 'unlocked',
    page: 'popup',
    until: async (tab) => {
      await tab.click('button', TOKEN);
      await tab.click('button', 'Check this token');
      await tab.says('checked just now');
    },
  },
  {
    name: 'options: what ends soon',
    vault: 'unlocked',
    page: 'options',
    until: fewAnd(`Within ${ENDS_WITHIN} days`),
  },
  {
    name: 'options: what is in a file',
    vault: 'unlocked',
    page: 'options',
    until: async (tab) => {
      await few(tab);
      await tab.upload('File to import', envFile(`ZENODO_TOKEN=${'z'.repeat(60)}\nDEBUG=1\n`));
      await tab.says('1 token is in this file');
    },
  },
  {
    name: 'options: a file that is broken',
    vault: 'unlocked',
    page: 'options',
    until: async (tab) => {
      await few(tab);
      await tab.upload('File to import', envFile('ZENODO_TOKEN="EXAMPLE\n'));
      await tab.says('Nothing was imported.');
    },
  },
  { name: 'options: an export', vault: 'unlocked', page: 'options', until: opened('Export tokens') },
  {
    name: 'options',
    vault: 'unlocked',
    page: 'options',
    until: (tab) => tab.shows('searchbox', 'Search scopes'),
  },
  {
    name: 'options: a note is written',
    vault: 'unlocked',
    page: 'options',
    until: async (tab) => {
      await few(tab);
      await tab.click('button', 'Add note on deposit:actions');
    },
  },
  {
    name: 'options: a new passphrase',
    vault: 'unlocked',
    page: 'options',
    until: opened('Change passphrase'),
  },
  { name: 'options: starting over', vault: 'unlocked', page: 'options', until: opened('Start over') },
  { name: 'options: a passkey', vault: 'unlocked', page: 'options', until: opened('Add passkey') },
  { name: 'options: a backup', vault: 'unlocked', page: 'options', until: opened('Download backup') },
  {
    name: 'options: a server, wrongly written',
    vault: 'unlocked',
    page: 'options',
    until: async (tab) => {
      await few(tab);
      await tab.type('textbox', 'Address of your server', 'no server');
      await tab.click('button', 'Add server');
    },
  },
  {
    name: 'welcome: no backup',
    vault: 'unlocked',
    page: 'welcome',
    until: (tab) => tab.says('No backup yet'),
  },
  {
    name: 'save: a name is asked for',
    vault: 'unlocked',
    page: 'save',
    until: (tab) => tab.shows('button', 'Save token'),
  },
  {
    name: 'popup: a token held',
    vault: 'unlocked',
    page: 'popup',
    until: async (tab, stage) => {
      await holdOne(stage);
      await tab.shows('button', `Save ${HELD}`);
    },
  },
  {
    name: 'popup: deleted, with Undo',
    vault: 'unlocked',
    page: 'popup',
    until: async (tab) => {
      await tab.click('button', 'runner');
      await tab.click('button', 'Delete runner');
      await tab.shows('button', 'Undo');
    },
  },
  // locked
  { name: 'popup: locked', vault: 'locked', page: 'popup', until: (tab) => tab.shows('button', 'Unlock') },
  {
    name: 'popup: a wrong passphrase',
    vault: 'locked',
    page: 'popup',
    until: async (tab) => {
      await tab.type('textbox', 'Passphrase', `${PASSPHRASE}s`);
      await tab.click('button', 'Unlock');
      await tab.says('not the passphrase');
    },
  },
  { name: 'options: locked', vault: 'locked', page: 'options', until: fewAnd('Unlock it') },
  { name: 'welcome: locked', vault: 'locked', page: 'welcome', until: (tab) => tab.says('Locked now') },
  // damaged
  {
    name: 'popup: a token that does not open',
    vault: 'damaged',
    page: 'popup',
    until: (tab) => tab.shows('link', 'See what happened'),
  },
  {
    name: 'options: a token that does not open',
    vault: 'damaged',
    page: 'options',
    until: fewAnd('Give up'),
  },
  // broken
  { name: 'popup: broken', vault: 'broken', page: 'popup', until: (tab) => tab.says('needs repair') },
  { name: 'options: broken', vault: 'broken', page: 'options', until: fewAnd('needs repair') },
  { name: 'welcome: broken', vault: 'broken', page: 'welcome', until: (tab) => tab.says('needs repair') },
];
