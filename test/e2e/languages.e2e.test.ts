/** SeenOnce in each of its languages. In Chromium alone: Firefox speaks those that are installed, and Debian's speaks English. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales, readLocale } from '../../scripts/texts.mjs';
import { startPracticeSites, type PracticeSites } from '../practice/server';
import { launchChromium, type ChromiumDriver } from '../support/chromium-driver';
import type { OwnPage } from '../support/driver';
import { FAMILIES } from '../support/families';
import { bringLayouts, layoutsFindings, listenInPages } from '../support/layouts';
import { displayOf } from './scenarios/displays';
import { openScreen, PREPARE, SCREENS, VAULTS } from './scenarios/screens';
import { stage, type Launcher } from './scenarios/stage';
import { createQuickVault } from './scenarios/vault';

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

  test.each(PAGES)('the page: %s', async (page, says) => {
    const own = await browser.openOwn(page);
    await own.says(word(says));
    expect(await own.run<string>('document.documentElement.lang')).toBe(word('language'));
    await own.close();
  });
});

const launch: Launcher<ChromiumDriver> = async (sites) => {
  const browser = await launchChromium({ sites });
  await listenInPages(browser);
  return browser;
};

/** All scopes of all providers, which are English: the other languages see them by the few of the next screens. */
const ENGLISH = 'options';

describe.each(VAULTS)(
  'everything fits in every language, family, direction and width; vault: %s',
  (vault) => {
    const at = stage(launch, ({ browser, sites }) => PREPARE[vault]({ browser, sites }));

    test.each(SCREENS.filter((screen) => screen.vault === vault))('$name', async (screen) => {
      const tab = await openScreen(screen, at);
      await bringLayouts(tab, screen.name === ENGLISH ? ['en'] : locales());
      expect(await layoutsFindings(tab)).toEqual([]);
      await tab.close();
    });
  },
);

describe('the controls', () => {
  const at = stage(launch);

  test('a page speaks every language and is drawn in every family, while it stands', async () => {
    const tab = await at.browser.openOwn('practice');
    await bringLayouts(tab);
    expect(new Set(await tab.run<string[]>('layouts.titles()')).size).toBe(locales().length);
    const widths = await tab.run<number[]>(`${JSON.stringify(FAMILIES)}.map(layouts.widthIn)`);
    expect(new Set(widths).size).toBe(FAMILIES.length);
    await tab.close();
  });

  test('with buttons on one line, as they were until November 2026, not everything fits', async () => {
    const tab = await at.browser.openOwn('practice');
    await bringLayouts(tab);
    expect(await layoutsFindings(tab)).toEqual([]);
    await tab.run(`document.head.insertAdjacentHTML('beforeend', '<style>.btn { flex: none; max-width: none; white-space: nowrap }</style>');
      document.querySelector('.btn').insertAdjacentHTML('afterend', '<button class="btn">One more button, EXAMPLE EXAMPLE</button>')`);
    expect((await layoutsFindings(tab)).join('\n')).toMatch(
      /280 px, \w+, DejaVu Sans, ltr: button\.btn .* reaches/,
    );
    await tab.close();
  });
});
