/** Every screen fits in every language, in letters of every width. In Chromium alone: the documents and style sheets are the same in Firefox. */
import { describe, expect, test } from 'vitest';
import { locales } from '../../../scripts/texts.mjs';
import { launchChromium, type ChromiumDriver } from '../../support/chromium-driver';
import { FAMILIES } from '../../support/families';
import { bringLayouts, layoutsFindings, listenInPages } from '../../support/layouts';
import { stageIn, type Launcher } from '../stage';
import { openScreen, PREPARE, SCREENS, VAULTS } from '../steps/screens';

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
    const at = stageIn(launch, ({ browser, sites }) => PREPARE[vault]({ browser, sites }));

    test.each(SCREENS.filter((screen) => screen.vault === vault))('$name', async (screen) => {
      const tab = await openScreen(screen, at);
      await bringLayouts(tab, screen.name === ENGLISH ? ['en'] : locales());
      expect(await layoutsFindings(tab)).toEqual([]);
      await tab.close();
    });
  },
);

describe('the controls', () => {
  const at = stageIn(launch);

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
