/** Hosts that the browser withholds, or the user takes back: it is said, and one click asks for all of them. */
import { afterEach, describe, expect, test } from 'vitest';
import { ask } from '../support/ask';
import { until, type Tab } from '../support/driver';
import { afterSilence } from '../support/silence';
import { isHeld } from './steps/held';
import { createOnOsf, displayOf } from './steps/displays';
import { stage } from './stage';
import { addServer } from './steps/servers';
import { copied, createQuickVault, lock, secretOf, unlock } from './steps/vault';

const GITHUB = ['https://github.com', 'https://*.ghe.com'] as const;
const ZENODO = ['https://zenodo.org', 'https://sandbox.zenodo.org'] as const;
const OSF = 'https://osf.io';
const SERVER = 'https://git.example.edu';
const BOTH = 'The browser keeps SeenOnce from GitHub and Zenodo.';
const REGION = 'Not allowed by the browser';

/** What the toolbar shows, asked from a page of ours. */
const badge = (own: Tab) => own.run<string>('chrome.action.getBadgeText({})');
const title = (own: Tab) => own.run<string>('chrome.action.getTitle({})');
const badgeIs = (own: Tab, text: string) =>
  until(`the badge "${text}"`, async () => (await badge(own)) === text);
const notes = (own: Tab) => own.run<number>(`document.querySelectorAll('[aria-label="${REGION}"]').length`);
const noteGoes = (own: Tab) => until('the line to go', async () => (await notes(own)) === 0);

describe('hosts that the browser withholds', () => {
  const at = stage();

  const classic = (name: string) => displayOf('github/classic').make(at.browser, name);
  const zenodo = (name: string) => displayOf('zenodo/personal').make(at.browser, name, 'zenodo.org');
  const withholdBoth = () => at.browser.withhold(...GITHUB, ...ZENODO);
  const allow = async () => {
    for (const origin of [...GITHUB, ...ZENODO, OSF]) await at.browser.allow(origin);
  };
  afterEach(allow);

  test('the control: with all of them granted nothing is said', async () => {
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', 'Create vault');
    expect(await notes(popup)).toBe(0);
    expect(await badge(popup)).toBe('');
    await popup.close();
  });

  test('taken back: the badge says so at once, and why', async () => {
    const popup = await at.browser.openOwn('popup');
    await withholdBoth();
    await badgeIs(popup, '!');
    // Chromium takes them all away before it gives the others back.
    const why = 'SeenOnce: The browser keeps it from GitHub and Zenodo';
    await until('what it is kept from', async () => (await title(popup)) === why);
    await allow();
    await badgeIs(popup, '');
    await noteGoes(popup);
    await popup.close();
  });

  test('without a vault, locked and unlocked: the popup says which, with one button', async () => {
    await withholdBoth();
    const without = await at.browser.openOwn('popup');
    await without.says(BOTH);
    await without.shows('button', 'Create vault');
    expect(await without.count('button', 'Allow')).toBe(1);
    await without.close();
    await createQuickVault(at.browser);
    const popup = await at.browser.openOwn('popup');
    await popup.says(BOTH);
    await popup.shows('searchbox', 'Search tokens');
    expect(await popup.count('button', 'Allow')).toBe(1);
    await popup.close();
    await lock(at.browser);
    const locked = await at.browser.openOwn('popup');
    await locked.says(BOTH);
    await unlock(locked);
    await locked.close();
  });

  test('the options page says it in the line of the site, and asks for all', async () => {
    await withholdBoth();
    const options = await at.browser.openOwn('options');
    await options.says(BOTH);
    await options.says('The browser has not allowed it');
    for (const name of ['all', 'GitHub', 'Zenodo']) await options.shows('button', `Allow ${name}`);
    expect(await options.count('button', 'Allow OSF'), 'the control').toBe(0);
    await options.close();
  });

  test('what is switched off is not asked for', async () => {
    await withholdBoth();
    const options = await at.browser.openOwn('options');
    await ask(options, 'ui:set-site', { site: 'github', on: false });
    await options.reload();
    await options.shows('button', 'Allow Zenodo');
    expect(await title(options)).toBe('SeenOnce: The browser keeps it from Zenodo');
    await ask(options, 'ui:set-site', { site: 'github', on: true });
    await until('both', async () => (await title(options)).endsWith('GitHub and Zenodo'));
    await options.close();
  });

  test('refused: it is said, and the line stays', async () => {
    await withholdBoth();
    const popup = await at.browser.openOwn('popup');
    await popup.says(BOTH);
    await at.browser.answersQuestions(popup, 'refuse');
    await popup.click('button', 'Allow');
    await popup.says('It was not allowed.');
    expect(await popup.count('button', 'Allow')).toBe(1);
    expect(await badge(popup)).toBe('!');
    await popup.close();
  });

  test('one click allows all; tokens that are on the screen are offered, and saved', async () => {
    await withholdBoth();
    const github = await classic('before allowing');
    const other = await zenodo('on zenodo');
    expect(await afterSilence(github), 'no script is there').toBeNull();
    expect(await afterSilence(other)).toBeNull();
    const popup = await at.browser.openOwn('popup');
    await popup.says(BOTH);
    await at.browser.answersQuestions(popup, 'allow');
    await popup.click('button', 'Allow');
    await popup.says('Allowed. SeenOnce looks at GitHub and Zenodo');
    await noteGoes(popup);
    for (const [page, name] of [
      [github, 'before allowing'],
      [other, 'on zenodo'],
    ] as const) {
      await page.front();
      await page.prompt.says(name);
      await page.prompt.click('Save token');
      await page.prompt.announces('Saved');
      await page.close();
      expect(await copied(popup, name)).toBe(secretOf(at.sites, name));
    }
    // The badge counts what ends, too, and one of them has seven days.
    await ask(popup, 'ui:ending-seen', null);
    await badgeIs(popup, '');
    await popup.close();
  });

  test('taken back while a prompt is there: it goes, the token stays held, and is offered when allowed again', async () => {
    const page = await classic('held');
    await isHeld(page);
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', 'Save held');
    await at.browser.withhold(...GITHUB);
    await page.front();
    await page.prompt.isGone();
    await popup.front();
    await popup.says('The browser keeps SeenOnce from GitHub.');
    expect(await badge(popup), 'what can be lost comes first').toBe('1');
    expect(await title(popup)).toContain('1 not saved yet. The browser keeps it from GitHub');
    await allow();
    await page.front();
    await page.prompt.says('held');
    await at.browser.withhold(...GITHUB);
    await page.prompt.isGone();
    await popup.front();
    await popup.click('button', 'Save held');
    expect(await copied(popup, 'held')).toBe(secretOf(at.sites, 'held'));
    await badgeIs(popup, '!');
    await page.close();
    await popup.close();
  });

  test('taken back while a page is open: a token made there is not taken in until it is allowed again', async () => {
    const page = await at.browser.open(`${OSF}/settings/tokens`);
    await at.browser.withhold(OSF);
    await createOnOsf(page, 'made meanwhile');
    expect(await page.extensionScripts(), 'the script of before is there').toBe(1);
    expect(await afterSilence(page)).toBeNull();
    const popup = await at.browser.openOwn('popup');
    expect((await ask(popup, 'ui:status', null)).held).toEqual([]);
    await at.browser.allow(OSF);
    await page.front();
    await page.prompt.says('made meanwhile');
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await page.close();
    expect(await copied(popup, 'made meanwhile')).toBe(secretOf(at.sites, 'made meanwhile'));
    await popup.close();
  });

  test('a part of a provider is named by its host', async () => {
    await at.browser.withhold('https://sandbox.zenodo.org');
    const popup = await at.browser.openOwn('popup');
    await popup.says('The browser keeps SeenOnce from sandbox.zenodo.org.');
    const page = await zenodo('still watched');
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await page.close();
    const options = await at.browser.openOwn('options');
    await options.says('The browser has not allowed sandbox.zenodo.org');
    await options.close();
    await popup.close();
  });

  test("somebody's own server counts too", async () => {
    await at.browser.allow(SERVER);
    const options = await at.browser.openOwn('options');
    await addServer(options, SERVER, 'GitHub Enterprise');
    await options.says('is watched now');
    await ask(options, 'ui:ending-seen', null);
    await until('the control', async () => (await title(options)) === 'SeenOnce');
    await at.browser.withhold(SERVER);
    await badgeIs(options, '!');
    expect(await title(options)).toBe('SeenOnce: The browser keeps it from git.example.edu');
    await ask(options, 'ui:remove-server', { origin: SERVER });
    await badgeIs(options, '');
    await options.close();
  });

  test('the welcome page says it, with one button for all', async () => {
    await withholdBoth();
    const own = await at.browser.openOwn('welcome');
    // The list, whether or not there is a vault.
    const welcome = await at.browser.open(`${await own.url()}#setup`);
    await own.close();
    await welcome.says('The browser keeps SeenOnce from GitHub and Zenodo');
    await at.browser.answersQuestions(welcome, 'allow');
    await welcome.click('button', 'Allow all');
    await welcome.says('SeenOnce sees its sites');
    expect(await welcome.count('button', 'Allow all')).toBe(0);
    await welcome.close();
  });

  test('it is still said after a restart of the browser', async () => {
    await at.browser.withhold(...GITHUB);
    await at.browser.restart();
    const popup = await at.browser.openOwn('popup');
    await badgeIs(popup, '!');
    await popup.says('The browser keeps SeenOnce from GitHub.');
    await popup.close();
  });
});
