/** The five places where a token is shown once: how a person makes one there, and what SeenOnce must know of it. */
import type { BrowserDriver, Tab } from '../../support/driver';

type Make = (browser: BrowserDriver, name: string, host?: string, fill?: Fill) => Promise<Tab>;

export type Display = {
  readonly title: string;
  readonly host: string;
  /** As `Issued.kind` of the practice sites. */
  readonly kind: string;
  /** Makes a token; afterwards its value is on the screen. `host`: another of the same provider. */
  readonly make: Make;
  readonly scopes: readonly string[];
  /** Words that the prompt and the details say of its end. */
  readonly expires: string;
  readonly account: string | null;
};

/** What a form asks for, by the labels of its fields: a text, an option of a list, or `true` for a box to be ticked. */
type Fields = Readonly<Record<string, string | true>>;

/** How a form is filled in. */
export type Fill = (tab: Tab, fields: Fields) => Promise<void>;

/** The field with this label, or nothing. A list in a label has its options for text. */
const FIELD = `(name) => [...document.querySelectorAll('label')].find((label) =>
  [...label.childNodes].filter(({ localName }) => localName !== 'select').map(({ textContent }) => textContent).join('').trim() === name)?.control`;

/** By mouse and keyboard, one field after the other. */
export const byHand: Fill = async (tab, fields) => {
  for (const [name, value] of Object.entries(fields)) {
    if (value === true) await tab.click('checkbox', name);
    else if (await tab.run<boolean>(`(${FIELD})(${JSON.stringify(name)})?.localName === 'select'`))
      await tab.choose(name, value);
    else await tab.type('textbox', name, value);
  }
};

/** All at once, with the events that a hand's input has: where the form is not what is tested, a hand is most of the work. */
export const atOnce: Fill = async (tab, fields) => {
  await tab.run(`(async () => {
    const field = ${FIELD};
    for (const [name, value] of Object.entries(${JSON.stringify(fields)})) {
      // A list of choices may be drawn anew after each of them.
      for (let n = 0; n < 500 && !field(name); n += 1) await new Promise((resolve) => setTimeout(resolve, 10));
      const box = field(name);
      if (!box) throw new Error('The page has no field "' + name + '".');
      if (value === true) { box.click(); continue; }
      if (box.localName === 'select') [...box.options].find((option) => option.label === value).selected = true;
      else box.value = value;
      for (const type of ['input', 'change']) box.dispatchEvent(new Event(type, { bubbles: true }));
    }
  })()`);
};

const classic: Make = async (browser, name, host = 'github.com', fill = atOnce) => {
  const tab = await browser.open(`https://${host}/settings/tokens/new`);
  await fill(tab, { Note: name, Expiration: '7 days', workflow: true, gist: true });
  await tab.click('button', 'Generate token');
  return tab;
};

const fineGrained: Make = async (browser, name, host = 'github.com', fill = atOnce) => {
  const tab = await browser.open(`https://${host}/settings/personal-access-tokens/new`);
  await fill(tab, { 'Token name': name, Expiration: '7 days', contents: 'read', issues: 'write' });
  await tab.click('button', 'Generate token');
  await tab.click('button', 'Generate token now');
  return tab;
};

const osf: Make = async (browser, name, host = 'osf.io', fill = atOnce) => {
  const tab = await browser.open(`https://${host}/settings/tokens`);
  await createOnOsf(tab, name, fill);
  return tab;
};

/** Makes a token from OSF's list of tokens, which the tab shows already. */
export async function createOnOsf(tab: Tab, name: string, fill = atOnce): Promise<void> {
  await tab.click('button', 'Create token');
  await fill(tab, { 'Token name': name, 'osf.full_write': true });
  await tab.click('button', 'Create');
}

const zenodo: Make = async (browser, name, host = 'sandbox.zenodo.org', fill = atOnce) => {
  const tab = await browser.open(`https://${host}/account/settings/applications/tokens/new/`);
  await fill(tab, { 'Token name': name, 'deposit:write': true, 'deposit:actions': true });
  await tab.click('button', 'Create');
  return tab;
};

const speckle: Make = async (browser, name, host = 'app.speckle.systems', fill = atOnce) => {
  const tab = await browser.open(`https://${host}/settings/user/developer`);
  await tab.click('button', 'New token');
  await tab.click('button', 'Scopes');
  await fill(tab, { Name: name, 'streams:read': true, 'profile:read': true });
  await tab.click('button', 'Create');
  return tab;
};

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
