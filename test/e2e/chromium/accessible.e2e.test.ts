/**
 * Every screen, in every state, for everybody: axe-core's rules, large text, little room, no motion, from right
 * to left, in every language and in letters of every width. In Chromium alone: the documents and style sheets
 * that are judged are the same in Firefox.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { locales } from '../../../scripts/texts.mjs';
import { axeFindings, focusFindings, motionFindings, overflowFindings } from '../../support/accessibility';
import { launchChromium, type ChromiumDriver } from '../../support/chromium-driver';
import type { BrowserDriver, Scheme, Tab } from '../../support/driver';
import { FAMILIES } from '../../support/families';
import { bringLayouts, layoutsFindings, listenInPages } from '../../support/layouts';
import { stageIn, type Launcher } from '../stage';
import { openScreen, PREPARE, SCREENS, VAULTS, type Screen } from '../steps/screens';

const SCHEMES: readonly Scheme[] = ['light', 'dark', 'forced'];

/** CSS px. A browser's popup is at most 800 x 600 of the screen's own. */
type Room = { readonly width: number; readonly height: number };
const USUAL: Room = { width: 1_200, height: 760 };

/** A window of 640 px, zoomed to 200 %; a popup, which the browser makes as large as it may. */
const zoomed = (page: Screen['page']): Room =>
  page === 'popup' ? { width: 400, height: 300 } : { width: 320, height: 380 };
/** With letters twice as large. */
const roomForLarge = (page: Screen['page']): Room =>
  page === 'popup' ? { width: 800, height: 600 } : { width: 640, height: 760 };

/** CSS px. */
const LARGE_LETTERS = 32;
const USUAL_LETTERS = 16;

/** All scopes of all providers, which are English: the other languages see them by the few of the other screens. */
const ENGLISH = 'options';

const setDirection = (tab: Tab, direction: 'ltr' | 'rtl') =>
  tab.run(`document.documentElement.dir = '${direction}'`);
const inRoom = (tab: Tab, { width, height }: Room) => tab.resize(width, height);

/** Its pages can be made to speak another language while they stand. */
const launch: Launcher<ChromiumDriver> = async (sites) => {
  const browser = await launchChromium({ sites });
  await listenInPages(browser);
  return browser;
};

describe.each(VAULTS)('accessible, vault: %s', (vault) => {
  let tab: Tab | null = null;
  const at = stageIn(launch, ({ browser, sites }) => PREPARE[vault]({ browser, sites }));
  afterEach(async () => {
    await tab?.close();
    tab = null;
  });

  test.each(SCREENS.filter((screen) => screen.vault === vault))('$name', async (screen) => {
    tab = await openScreen(screen, at);
    for (const scheme of SCHEMES) {
      await at.browser.setScheme(scheme);
      expect.soft(await axeFindings(tab), `axe, ${scheme}`).toEqual([]);
    }
    await at.browser.setScheme('light');
    expect.soft(await motionFindings(tab), 'reduced motion').toEqual([]);
    await tab.front();
    expect.soft(await focusFindings(tab), 'the round of the Tab key').toEqual([]);
    await inRoom(tab, zoomed(screen.page));
    expect.soft(await overflowFindings(tab), '200 % zoom').toEqual([]);
    await setDirection(tab, 'rtl');
    expect.soft(await overflowFindings(tab), '200 % zoom, from right to left').toEqual([]);
    await inRoom(tab, USUAL);
    expect.soft(await overflowFindings(tab), 'from right to left').toEqual([]);
    await setDirection(tab, 'ltr');
    await inRoom(tab, roomForLarge(screen.page));
    await tab.setLetters(LARGE_LETTERS);
    expect(await tab.run('getComputedStyle(document.documentElement).fontSize')).toBe(`${LARGE_LETTERS}px`);
    expect.soft(await overflowFindings(tab), 'letters of twice their size').toEqual([]);
    await tab.setLetters(USUAL_LETTERS);
    await bringLayouts(tab, screen.name === ENGLISH ? ['en'] : locales());
    expect.soft(await layoutsFindings(tab), 'every language, family, direction and width').toEqual([]);
  });
});

describe('the control', () => {
  const at = stageIn(launch);

  test('each check finds what is wrong', async () => {
    await checksFind(await at.browser.openOwn('practice'), at.browser);
  });

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

/** Faults of every sort, put into a page of ours that has none. */
async function checksFind(tab: Tab, browser: BrowserDriver): Promise<void> {
  await tab.shows('button', 'Create practice token');
  await browser.setScheme('light');
  expect(await axeFindings(tab)).toEqual([]);
  await tab.run(`document.querySelector('main').insertAdjacentHTML('beforeend', \`
    <button id="nameless"></button>
    <button style="outline: none">no ring</button>
    <p id="faint" style="color: #ccc; background: #fff">faint</p>
    <p id="wide" style="position: absolute; width: 3000px">wide</p>
    <p id="cut" style="width: 20px; overflow: hidden; white-space: nowrap">cut off</p>
    <p id="moves" style="transition: color 90ms">moves</p>\`)`);
  const axe = (await axeFindings(tab)).join('\n');
  expect(axe).toContain('button-name: #nameless');
  expect(axe).toContain('color-contrast: #faint');
  const overflow = (await overflowFindings(tab)).join('\n');
  expect(overflow).toContain('the page is');
  expect(overflow).toContain('"wide" reaches');
  expect(overflow).toContain('"cut off" is cut off');
  expect((await motionFindings(tab)).join('\n')).toContain('0.09s');
  const round = await focusFindings(tab);
  expect(round).toContain('no focus ring: no ring');
  expect(round).toContain('a stop without a name');
  await tab.run(`document.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    event.preventDefault();
    document.querySelector('button').focus();
  }); null`);
  expect(await focusFindings(tab)).toContain('Tab does not get away from: Create practice token');
}
