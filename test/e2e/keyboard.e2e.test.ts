/** The whole job without a mouse, from making a token to a note on one of its scopes. */
import { describe, expect, test } from 'vitest';
import { tabTo, typeKeys } from '../support/accessibility';
import { until, type Tab } from '../support/driver';
import { stage } from './stage';
import { PASSPHRASE, secretOf } from './steps/vault';

const NAME = 'by keyboard';
const NOTE = 'EXAMPLE note by keyboard';

const pressOn = async (tab: Tab, name: string, key = 'Enter') => {
  await tabTo(tab, name);
  await tab.press(key);
};
/** The heading has the focus, where reading goes on. */
const headingIs = (tab: Tab, words: string) =>
  until(`the heading "${words}"`, () =>
    tab.run<boolean>(
      `document.activeElement?.tagName === 'H1' && document.activeElement.innerText === '${words}'`,
    ),
  );
const focusIsIn = (tab: Tab, label: string) =>
  until(`the focus in "${label}"`, () =>
    tab.run<boolean>(
      `(document.activeElement?.ariaLabel ?? document.activeElement?.labels?.[0]?.innerText) === '${label}'`,
    ),
  );

describe('by keyboard alone', () => {
  let page: Tab;
  const at = stage();

  test('a token is made at a site, and saved in the prompt', async () => {
    page = await at.browser.open('https://sandbox.zenodo.org/account/settings/applications/tokens/new/');
    await tabTo(page, 'Token name');
    await typeKeys(page, NAME);
    await pressOn(page, 'deposit:actions', 'Space');
    await pressOn(page, 'Create');
    await page.prompt.ready('Save token');
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    await page.press('Enter');
    await page.prompt.says('held in memory');
  });

  test('the vault is made, and each step of the welcome page goes on by Enter', async () => {
    const welcome = await at.browser.tabAt('welcome.html#save');
    await welcome.front();
    await welcome.shows('button', 'Create vault');
    await tabTo(welcome, 'Passphrase');
    await typeKeys(welcome, PASSPHRASE);
    await tabTo(welcome, 'Repeat passphrase');
    await typeKeys(welcome, PASSPHRASE);
    await welcome.press('Enter');
    await headingIs(welcome, 'Saved');
    await welcome.press('Enter');
    await headingIs(welcome, 'Where SeenOnce looks');
    await welcome.press('Enter');
    await headingIs(welcome, 'Make a token as usual');
    await pressOn(welcome, 'Skip');
    await headingIs(welcome, '2 things are missing');
    await welcome.says('No backup yet');
    await page.front();
    await page.prompt.announces('Saved');
    await page.close();
    await welcome.close();
  });

  test('in the popup it is found, copied, looked at; the vault is locked and unlocked', async () => {
    const popup = await at.browser.openOwn('popup');
    await focusIsIn(popup, 'Search tokens');
    await typeKeys(popup, 'keyb');
    await popup.shows('button', `Copy ${NAME}`);
    await popup.press('ArrowDown');
    await popup.press('Enter');
    await popup.says('Copied');
    expect(await popup.clipboard()).toBe(secretOf(at.sites, NAME));
    await popup.press('ArrowRight');
    await popup.shows('heading', NAME);
    await popup.says('deposit:actions');
    await popup.press('Escape');
    await focusIsIn(popup, `Copy ${NAME}`);
    await popup.press('/');
    await focusIsIn(popup, 'Search tokens');
    await pressOn(popup, 'Lock');
    await focusIsIn(popup, 'Passphrase');
    await typeKeys(popup, PASSPHRASE);
    await popup.press('Enter');
    await popup.shows('searchbox', 'Search tokens');
    await focusIsIn(popup, 'Search tokens');
    await popup.close();
  });

  test('on the options page scopes are searched, and a note is written', async () => {
    const options = await at.browser.openOwn('options');
    await options.says('deposit:actions');
    await tabTo(options, 'Search scopes');
    await typeKeys(options, 'deposit:actions');
    await pressOn(options, 'Add note on deposit:actions');
    await focusIsIn(options, 'My note on deposit:actions');
    await typeKeys(options, NOTE);
    await pressOn(options, 'Save note');
    await options.says(NOTE);
    await options.reload();
    await options.says(NOTE);
    await options.close();
  });
});
