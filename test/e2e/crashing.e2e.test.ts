/** The browser is killed: what was said to be saved is there, and what was not is told as what it is. */
import { describe, expect, test } from 'vitest';
import { crash } from '../crash/crash';
import { allListed, ask } from '../support/ask';
import type { BrowserDriver } from '../support/driver';
import { isHeld } from './steps/held';
import { displayOf } from './steps/displays';
import { stage, inBrowser, launch } from './stage';
import { createQuickVault, secretOf, setSwitch, unlock } from './steps/vault';

/** How often it is killed; a hundred times by `npm run crash`. */
const ROUNDS = inBrowser({ chromium: 20, firefox: 6 });

describe('the browser is killed', () => {
  test('the moment it said "Saved", again and again: none is lost', { timeout: 300_000 }, async () => {
    expect(await crash({ launch, rounds: ROUNDS })).toEqual({ acknowledged: ROUNDS, lost: [] });
  });

  test('the control: a storage that says "done" before it has done anything is found out', async () => {
    const before = (browser: BrowserDriver) => browser.storagePretends();
    expect(await crash({ launch, rounds: 2, before })).toEqual({
      acknowledged: 2,
      lost: ['crash 0', 'crash 1'],
    });
  });
});

describe('the browser is killed before Save', () => {
  const at = stage(
    async ({ browser }) => {
      await createQuickVault(browser);
    },
    { each: true },
  );

  test('a held token is listed as not saved yet, and Save still saves it', async () => {
    const page = await displayOf('zenodo/personal').make(at.browser, 'held only');
    await isHeld(page);
    await at.browser.kill();
    const popup = await at.browser.openOwn('popup');
    await popup.shows('list', 'Not saved yet');
    await unlock(popup);
    expect(await allListed(popup)).toEqual([]);
    const { held } = await ask(popup, 'ui:status', null);
    expect(held.map(({ name }) => name)).toEqual(['held only']);
    await popup.click('button', 'Save held only');
    await popup.shows('button', 'Copy held only');
    const [saved] = await allListed(popup);
    const secret = await ask(popup, 'ui:copy', { id: saved?.id ?? '', snippet: null });
    expect(secret).toBe(secretOf(at.sites, 'held only'));
  });

  test('the control: a token that was only shown, with holding switched off, is gone', async () => {
    await setSwitch(at.browser, 'Hold unsaved tokens', false);
    const page = await displayOf('zenodo/personal').make(at.browser, 'shown only');
    await page.prompt.says('shown only');
    await at.browser.kill();
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    expect(await allListed(popup)).toEqual([]);
    expect((await ask(popup, 'ui:status', null)).held).toEqual([]);
  });
});
