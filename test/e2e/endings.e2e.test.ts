/** What ends at the wrong moment: the background, the browser, the tab. */
import { describe, expect, test } from 'vitest';
import { until } from '../support/driver';
import { isHeld } from './steps/held';
import { DISPLAYS, displayOf } from './steps/displays';
import { stage } from './stage';
import { copied, createQuickVault, secretOf, unlock } from './steps/vault';

/** As `HOLD_MS` of the background, which Node cannot import. */
const HOLD_MS = 10 * 60_000;

/** The tokens whose page is gone, in the extension's memory. */
const GONE = `chrome.storage.session.get(null).then((all) =>
  Object.entries(all).filter(([key]) => key.startsWith('held:')).filter(([, { goneAt }]) => goneAt !== null))`;

/** As if every page that is gone had gone ten minutes before it did. */
const TEN_MINUTES_BACK = `${GONE}.then((gone) => chrome.storage.session.set(Object.fromEntries(
  gone.map(([key, entry]) => [key, { ...entry, goneAt: entry.goneAt - ${HOLD_MS} }]))))`;

describe('what ends at the wrong moment', () => {
  const at = stage(({ browser }) => createQuickVault(browser));

  /** The popup gives it back. */
  async function isKept(name: string): Promise<void> {
    const popup = await at.browser.openOwn('popup');
    expect(await copied(popup, name)).toBe(secretOf(at.sites, name));
    await popup.close();
  }

  test.each(DISPLAYS)('$title: the background stopped between sighting and Save', async (display) => {
    const name = `stopped ${display.kind}`;
    const page = await display.make(at.browser, name);
    await page.prompt.ready('Save token');
    await at.browser.stopBackground();
    await page.front();
    await page.prompt.click('Save token');
    await page.prompt.says('Saved.');
    await isKept(name);
    await page.close();
  });

  test('a disk that is full: the prompt stays and says why, and Try again saves it', async () => {
    const display = displayOf('zenodo/personal');
    await at.browser.storageFails(true);
    const page = await display.make(at.browser, 'full disk');
    await page.prompt.click('Save token');
    const said = await page.prompt.says('Not saved');
    expect(said).toContain('keep it open until this says');
    await at.browser.storageFails(false);
    await page.prompt.click('Try again');
    await page.prompt.announces('Saved');
    await isKept('full disk');
    await page.close();
  });

  test.each(['before', 'after'])('the background stopped %s its tab: the token is held', async (order) => {
    const page = await displayOf('zenodo/personal').make(at.browser, order);
    await isHeld(page);
    if (order === 'before') await at.browser.stopBackground();
    await page.close();
    if (order === 'after') await at.browser.stopBackground();
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', `Save ${order}`);
    expect(await copied(popup, order)).toBe(secretOf(at.sites, order));
    await popup.close();
  });

  test('ten minutes after its page is gone a token is deleted, by a background that was stopped meanwhile', async () => {
    const left = await displayOf('zenodo/personal').make(at.browser, 'left');
    await isHeld(left);
    const staying = await displayOf('osf/personal').make(at.browser, 'staying');
    await isHeld(staying);
    const own = await at.browser.openOwn('bare');
    await left.goto('https://sandbox.zenodo.org/account/settings/applications/');
    await until('the ten minutes of one token to begin', () =>
      own.run<boolean>(`${GONE}.then(({ length }) => length === 1)`),
    );
    await own.run(TEN_MINUTES_BACK);
    await at.browser.stopBackground();
    const popup = await at.browser.openOwn('popup');
    await until('the token to be deleted', async () => {
      await popup.reload();
      await popup.shows('button', 'Save staying');
      return (await popup.count('button', 'Save left')) === 0;
    });
    await popup.close();
  });

  test('the browser killed right after Saved: the token is there', async () => {
    const page = await DISPLAYS[1]?.make(at.browser, 'killed');
    await page?.prompt.click('Save token');
    await page?.prompt.says('Saved.');
    await at.browser.kill();
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    expect(await copied(popup, 'killed')).toBe(secretOf(at.sites, 'killed'));
  });
});
