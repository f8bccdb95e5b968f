/** SeenOnce in each of its languages. In Chromium alone: Firefox speaks those that are installed, and Debian's speaks English. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales, readLocale } from '../../../scripts/texts.mjs';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import { launchChromium, type ChromiumDriver } from '../../support/chromium-driver';
import type { OwnPage } from '../../support/driver';
import { displayOf } from '../steps/displays';
import { createQuickVault } from '../steps/vault';

type Messages = Readonly<Record<string, { readonly message: string }>>;

/** What a page of ours says once it is drawn. */
const PAGES: readonly (readonly [page: OwnPage, says: string])[] = [
  ['popup', 'popup_lock'],
  ['options', 'options_scopes'],
  ['welcome', 'welcome_practise'],
  ['practice', 'welcome_try_heading'],
];

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

  test('the prompt saves', async () => {
    const page = await displayOf('zenodo/personal').make(browser, 'made in EXAMPLE');
    await page.prompt.click(word('prompt_save'));
    await page.prompt.says(word('prompt_saved_title'));
    await page.close();
  });

  test('all pages speak it', async () => {
    const open = PAGES.map(async ([page, says]) => {
      const own = await browser.openOwn(page);
      await own.says(word(says));
      expect(await own.run<string>('document.documentElement.lang'), page).toBe(word('language'));
    });
    await Promise.all(open);
  });
});
