/** The key that locks the vault, pressed in a real window: the browser's keyboard commands cannot be had headless. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import { ask } from '../../support/ask';
import { launchChromium, type ChromiumDriver } from '../../support/chromium-driver';
import { canOpenDisplay, openDisplay, type Display } from '../../support/display';
import { until, type Tab } from '../../support/driver';
import { createQuickVault, unlock } from '../steps/vault';
import { closeWelcome } from '../steps/welcome';

/** As X names it, and as the browser does. */
const KEY = 'alt+shift+l';
const SHORTCUT = 'Alt+Shift+L';

describe.skipIf(!canOpenDisplay)('the key that locks', () => {
  let display: Display;
  let sites: PracticeSites;
  let browser: ChromiumDriver;

  beforeAll(async () => {
    display = await openDisplay();
    sites = await startPracticeSites();
    browser = await launchChromium({ sites, headless: false, display: display.name });
    // It opens at installation, a moment later: the key counts for the tab in front.
    await closeWelcome(browser);
    await createQuickVault(browser);
  });
  afterAll(async () => {
    await browser?.quit();
    await sites?.close();
    display?.close();
  });

  const vaultOf = async (own: Tab) => (await ask(own, 'ui:status', null)).vault;

  test('is given to SeenOnce in a new profile, without anybody setting it', async () => {
    const options = await browser.openOwn('options');
    const shortcuts = await options.run<Record<string, string>>(
      `chrome.commands.getAll().then((all) => Object.fromEntries(all.map(({ name, shortcut }) => [name, shortcut])))`,
    );
    expect(shortcuts).toMatchObject({ lock: SHORTCUT, 'save-by-hand': 'Alt+Shift+K' });
    await options.says(`or with ${SHORTCUT}.`);
    await options.close();
  });

  test.each([false, true])(
    'locks an open vault, from a page of any site; background stopped: %s',
    async (stopped) => {
      const own = await browser.openOwn('popup');
      if ((await vaultOf(own)) === 'locked') await unlock(own);
      const page = await browser.open('https://github.com/settings/tokens/new');
      expect(await vaultOf(own), 'the control').toBe('unlocked');
      if (stopped) await browser.stopBackground();
      await page.front();
      display.press(KEY);
      await until('the vault to be locked', async () => (await vaultOf(own)) === 'locked');
      await own.front();
      await own.shows('button', 'Unlock');
      expect(await own.count('searchbox', 'Search tokens')).toBe(0);
      await own.close();
      await page.close();
    },
  );
});
