/** The five places where a token is shown once: how a person makes one there, and what SeenOnce must know of it. */
import type { BrowserDriver, Tab } from '../../support/driver';

export type Display = {
  readonly title: string;
  readonly host: string;
  /** As `Issued.kind` of the practice sites. */
  readonly kind: string;
  /** Makes a token by real clicks; afterwards its value is on the screen. `host`: another of the same provider. */
  readonly make: (browser: BrowserDriver, name: string, host?: string) => Promise<Tab>;
  readonly scopes: readonly string[];
  /** Words that the prompt and the details say of its end. */
  readonly expires: string;
  readonly account: string | null;
};

async function classic(browser: BrowserDriver, name: string, host = 'github.com'): Promise<Tab> {
  const tab = await browser.open(`https://${host}/settings/tokens/new`);
  await tab.type('textbox', 'Note', name);
  await tab.choose('Expiration', '7 days');
  await tab.click('checkbox', 'workflow');
  await tab.click('checkbox', 'gist');
  await tab.click('button', 'Generate token');
  return tab;
}

async function fineGrained(browser: BrowserDriver, name: string): Promise<Tab> {
  const tab = await browser.open('https://github.com/settings/personal-access-tokens/new');
  await tab.type('textbox', 'Token name', name);
  await tab.choose('Expiration', '7 days');
  await tab.choose('contents', 'read');
  await tab.choose('issues', 'write');
  await tab.click('button', 'Generate token');
  await tab.click('button', 'Generate token now');
  return tab;
}

async function osf(browser: BrowserDriver, name: string, host = 'osf.io'): Promise<Tab> {
  const tab = await browser.open(`https://${host}/settings/tokens`);
  await createOnOsf(tab, name);
  return tab;
}

/** Makes a token from OSF's list of tokens, which the tab shows already. */
export async function createOnOsf(tab: Tab, name: string): Promise<void> {
  await tab.click('button', 'Create token');
  await tab.type('textbox', 'Token name', name);
  await tab.click('checkbox', 'osf.full_write');
  await tab.click('button', 'Create');
}

async function zenodo(browser: BrowserDriver, name: string, host = 'sandbox.zenodo.org'): Promise<Tab> {
  const tab = await browser.open(`https://${host}/account/settings/applications/tokens/new/`);
  await tab.type('textbox', 'Token name', name);
  await tab.click('checkbox', 'deposit:write');
  await tab.click('checkbox', 'deposit:actions');
  await tab.click('button', 'Create');
  return tab;
}

async function speckle(browser: BrowserDriver, name: string, host = 'app.speckle.systems'): Promise<Tab> {
  const tab = await browser.open(`https://${host}/settings/user/developer`);
  await tab.click('button', 'New token');
  await tab.type('textbox', 'Name', name);
  await tab.click('button', 'Scopes');
  await tab.click('checkbox', 'streams:read');
  await tab.click('checkbox', 'profile:read');
  await tab.click('button', 'Create');
  return tab;
}

/** The display of a kind; throws if there is none. */
export function displayOf(kind: string): Display {
  const display = DISPLAYS.find((each) => each.kind === kind);
  if (!display) throw new Error(`There is no display of the kind "${kind}".`);
  return display;
}

/** The displays one after the other, from the first again after the last. */
export function displayInTurn(n: number): Display {
  const display = DISPLAYS[n % DISPLAYS.length];
  if (!display) throw new Error(`There is no display number ${n}.`);
  return display;
}

const DAY_MS = 86_400_000;

/** GitHub counts the last of its "7 days" in UTC, and a browser counts where it is how many are left: 6 to 8. */
function daysLeft(now = new Date()): number {
  const last = new Date(now.getTime() + 7 * DAY_MS);
  const lastDay = new Date(last.getUTCFullYear(), last.getUTCMonth(), last.getUTCDate());
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((lastDay.getTime() - today.getTime()) / DAY_MS);
}

/** Within how many days a token of GitHub's "7 days" ends, as reminders say it. */
export const ENDS_WITHIN = daysLeft() > 7 ? 14 : 7;

export const DISPLAYS: readonly Display[] = [
  {
    title: 'GitHub, classic',
    host: 'github.com',
    kind: 'github/classic',
    make: classic,
    scopes: ['workflow', 'gist'],
    expires: `in ${daysLeft()} days`,
    account: 'netlab-demo',
  },
  {
    title: 'GitHub, fine-grained with its two steps',
    host: 'github.com',
    kind: 'github/fine-grained',
    make: fineGrained,
    scopes: ['contents:read', 'issues:write'],
    expires: `in ${daysLeft()} days`,
    account: 'netlab-demo',
  },
  {
    title: 'OSF',
    host: 'osf.io',
    kind: 'osf/personal',
    make: osf,
    scopes: ['osf.full_write'],
    expires: 'never',
    account: 'ab1cd',
  },
  {
    title: 'Zenodo (Sandbox)',
    host: 'sandbox.zenodo.org',
    kind: 'zenodo/personal',
    make: zenodo,
    scopes: ['deposit:actions', 'deposit:write'],
    expires: 'never',
    account: 'gaze-lab@example.org',
  },
  {
    title: 'Speckle',
    host: 'app.speckle.systems',
    kind: 'speckle/personal',
    make: speckle,
    scopes: ['profile:read', 'streams:read'],
    expires: 'never',
    account: null,
  },
];
