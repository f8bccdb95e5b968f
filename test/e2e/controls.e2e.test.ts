/**
 * Every way to lose a token, each with its control: the same steps in the same browser without SeenOnce
 * lose it, so that "not lost" says something.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { until, type BrowserDriver, type Tab } from '../support/driver';
import { DISPLAYS, displayOf, type Display } from './steps/displays';
import { isHeld } from './steps/held';
import { AT_REST, BESIDE, shows } from './steps/on-screen';
import { launchWithoutExtension, stage } from './stage';
import { copied, createQuickVault, secretOf } from './steps/vault';

type Way = {
  readonly title: string;
  readonly make: Display['make'];
  /** What a person does, with the token on the screen. */
  readonly lose: (page: Tab) => Promise<void>;
  /**
   * Where SeenOnce has it then: in the prompt of a page that no longer shows it, in the popup's list after
   * the page is gone, or on the page, because what would delete it at the site was stopped.
   */
  readonly kept: 'prompt' | 'popup' | 'page';
  /** What the prompt says of what it stopped. */
  readonly says?: string;
};

const { make: classic } = displayOf('github/classic');
const { make: fineGrained } = displayOf('github/fine-grained');
const { make: osf } = displayOf('osf/personal');
const { make: zenodo } = displayOf('zenodo/personal');
const { make: speckle } = displayOf('speckle/personal');

/** Through links that change the page without a new document. */
const arrivedSoftly: Display['make'] = async (browser, name) => {
  const page = await browser.open('https://github.com/settings/personal-access-tokens');
  await page.click('link', 'Tokens (classic)');
  await until('the address to change', async () => (await page.url()).endsWith('/settings/tokens'));
  await page.click('link', 'Generate new token');
  await page.type('textbox', 'Note', name);
  await page.click('checkbox', 'gist');
  await page.click('button', 'Generate token');
  return page;
};

const press = (key: string) => (page: Tab) => page.press(key);
const button = (name: string) => (page: Tab) => page.click('button', name);
const link = (name: string) => (page: Tab) => page.click('link', name);
const inNameBox = (act: (page: Tab) => Promise<void>) => async (page: Tab) => {
  await page.click('textbox', 'Token name');
  await act(page);
};
const WAYS: readonly Way[] = [
  ...DISPLAYS.flatMap(({ title, make }): Way[] => [
    { title: `${title}: a reload`, make, lose: (page) => page.reload(), kept: 'popup' },
    { title: `${title}: closing the tab`, make, lose: (page) => page.close(), kept: 'popup' },
    { title: `${title}: another address`, make, lose: (page) => page.goto('about:blank'), kept: 'popup' },
  ]),
  { title: 'GitHub, classic: a soft link', make: classic, lose: link('Fine-grained tokens'), kept: 'prompt' },
  {
    title: 'GitHub, classic, arrived by soft links: a soft link',
    make: arrivedSoftly,
    lose: link('Fine-grained tokens'),
    kept: 'prompt',
  },
  {
    title: 'GitHub, fine-grained: a soft link',
    make: fineGrained,
    lose: link('Tokens (classic)'),
    kept: 'prompt',
  },
  { title: 'GitHub, classic: a link', make: classic, lose: link('Generate new token'), kept: 'popup' },
  { title: 'OSF: Escape', make: osf, lose: press('Escape'), kept: 'prompt' },
  { title: 'OSF: X', make: osf, lose: button('Close dialog'), kept: 'prompt' },
  { title: 'OSF: Close', make: osf, lose: button('Close'), kept: 'prompt' },
  { title: 'Speckle: Escape', make: speckle, lose: press('Escape'), kept: 'prompt' },
  { title: 'Speckle: X', make: speckle, lose: button('Close dialog'), kept: 'prompt' },
  { title: 'Speckle: Close', make: speckle, lose: button('Close'), kept: 'prompt' },
  {
    title: 'Speckle: a click beside the dialog',
    make: speckle,
    lose: (page) => page.clickAt(...BESIDE),
    kept: 'prompt',
  },
  {
    title: 'Speckle: a tap beside the dialog',
    make: speckle,
    lose: (page) => page.tapAt(...BESIDE),
    kept: 'prompt',
  },
  { title: 'Zenodo: Save', make: zenodo, lose: button('Save'), kept: 'popup' },
  { title: 'Zenodo: a link', make: zenodo, lose: link('Applications'), kept: 'popup' },
  {
    title: 'Zenodo: Delete',
    make: zenodo,
    lose: button('Delete'),
    kept: 'page',
    says: 'This would have deleted the token',
  },
  {
    title: 'Zenodo: Enter in the name box',
    make: zenodo,
    lose: inNameBox(press('Enter')),
    kept: 'page',
    says: 'Enter would have deleted this token',
  },
  {
    title: 'Zenodo: Enter held down in the name box',
    make: zenodo,
    lose: inNameBox((page) => page.holdDown('Enter')),
    kept: 'page',
    says: 'Enter would have deleted this token',
  },
];

describe('every way to lose a token', () => {
  let without: BrowserDriver;
  const at = stage(async ({ browser, sites }) => {
    without = await launchWithoutExtension(sites);
    await createQuickVault(browser);
  });
  afterAll(async () => {
    await without.quit();
  });

  const isShown = async (page: Tab, name: string) => {
    await until('the site to make the token', async () => at.sites.issued.some((made) => made.name === name));
    await until('the site to show the token', () => shows(page, secretOf(at.sites, name)));
    await until('one dialog to be left, at rest', () => page.run<boolean>(AT_REST));
  };
  const isGone = async (page: Tab, name: string) => {
    if (!page.isOpen()) return;
    await until('the display to go', async () => (await shows(page, secretOf(at.sites, name))) === false);
  };

  /** The page that showed it, asked for again: in its own tab, if that is open. */
  async function askedAgain(driver: BrowserDriver, page: Tab, url: string): Promise<Tab> {
    if (!page.isOpen()) return driver.open(url);
    await page.goto(url);
    return page;
  }

  async function isLost(way: Way, name: string): Promise<void> {
    const page = await way.make(without, name);
    await isShown(page, name);
    const url = await page.url();
    await way.lose(page);
    await isGone(page, name);
    const again = await askedAgain(without, page, url);
    if (way.kept === 'page') await again.says('There is no such practice page.');
    expect(await shows(again, secretOf(at.sites, name)), 'asked for again').toBe(false);
    await again.close();
  }

  async function isNotLost(way: Way, name: string): Promise<void> {
    const page = await way.make(at.browser, name);
    await page.prompt.says(name);
    await isHeld(page);
    await isShown(page, name);
    const url = await page.url();
    await way.lose(page);
    await (way.kept === 'page' ? isShown(page, name) : isGone(page, name));
    if (way.says) await page.prompt.says(way.says);
    if (way.kept !== 'popup') {
      await page.prompt.click('Save token');
      await page.prompt.announces('Saved');
    }
    const popup = await at.browser.openOwn('popup');
    if (way.kept === 'popup') await popup.click('button', `Save ${name}`);
    expect(await copied(popup, name)).toBe(secretOf(at.sites, name));
    await popup.close();
    if (way.kept === 'page') {
      await page.goto(url);
      await page.shows('textbox', 'Token name');
    }
    await page.close();
  }

  test("the practice Speckle's dialog traps the focus by itself, as the real one does", async () => {
    const page = await speckle(without, 'trap');
    await isShown(page, 'trap');
    const focused = () =>
      page.run<string>(
        `document.activeElement.closest('[role=dialog]') ? document.activeElement.innerText : 'outside'`,
      );
    const order: string[] = [];
    for (let n = 0; n < 5; n += 1) {
      await page.press('Tab');
      order.push(await focused());
    }
    expect(order, 'X, the field, Copy, Close, and X again').toEqual(['X', '', 'Copy', 'Close', 'X']);
    await page.close();
  });

  test.each(WAYS.map((way, n) => [way.title, way, n] as const))(
    '%s loses it without SeenOnce, and not with it',
    async (_, way, n) => {
      await isLost(way, `lost ${n}`);
      await isNotLost(way, `kept ${n}`);
    },
  );
});
