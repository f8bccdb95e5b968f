/** SeenOnce in each of its languages. In Chromium alone: Firefox speaks those that are installed, and Debian's speaks English. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales, readLocale } from '../../../scripts/texts.mjs';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import { overflowFindings } from '../../support/accessibility';
import { launchChromium, type ChromiumDriver } from '../../support/chromium-driver';
import { until, type Tab } from '../../support/driver';
import { madeTokens } from '../../support/made-tokens';
import { ask } from '../../support/ask';
import { displayOf } from '../steps/displays';
import { createQuickVault } from '../steps/vault';

type Messages = Readonly<Record<string, { readonly message: string }>>;

const POPUP = { width: 380, height: 560 };
const WINDOW = { width: 1_000, height: 760 };

describe.each(locales())('in the language %s', (locale: string) => {
  const messages: Messages = readLocale(locale);
  const word = (name: string) => messages[name]?.message ?? '';
  let sites: PracticeSites;
  let browser: ChromiumDriver;

  beforeAll(async () => {
    sites = await startPracticeSites();
    browser = await launchChromium({ sites, language: locale.replace('_', '-') });
    await createQuickVault(browser);
  });
  afterAll(async () => {
    await browser.quit();
    await sites.close();
  });

  /** It speaks the language, and nothing is cut off or hangs over. */
  async function fits(tab: Tab, size: typeof POPUP): Promise<void> {
    await tab.resize(size.width, size.height);
    expect(await tab.run<string>('document.documentElement.lang')).toBe(word('language'));
    expect(await overflowFindings(tab)).toEqual([]);
  }

  test('the prompt saves', async () => {
    const page = await displayOf('zenodo/personal').make(browser, 'made in EXAMPLE');
    await page.prompt.click(word('prompt_save'));
    await page.prompt.says(word('prompt_saved_title'));
    await page.close();
  });

  test('the popup lists, and tells of a token', async () => {
    const own = await browser.openOwn('bare');
    await ask(own, 'ui:restore', { tokens: madeTokens(3, '2026-01-01T00:00:00.000Z'), notes: [] });
    await own.close();
    const popup = await browser.openOwn('popup');
    await popup.shows('searchbox', word('popup_search'));
    await popup.shows('list', word('popup_tokens'));
    await fits(popup, POPUP);
    await popup.click('button', 'made in EXAMPLE');
    await popup.says(word('popup_scopes'));
    await fits(popup, POPUP);
    await popup.close();
  });

  test('the options and the welcome page', async () => {
    const options = await browser.openOwn('options');
    await options.shows('heading', word('options_scopes'));
    await fits(options, WINDOW);
    await options.close();
    const welcome = await browser.openOwn('welcome');
    await until('its heading', () => welcome.run<boolean>(`document.querySelector('h1') !== null`));
    await fits(welcome, WINDOW);
    await welcome.close();
  });
});
