/** What ends at the wrong moment: the background, the browser, the tab. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import type { BrowserDriver } from '../../support/driver';
import { DISPLAYS, displayOf } from './displays';
import type { Launcher } from './save';
import { copied, createVault, secretOf, unlock } from './vault';

export function endingScenarios(launch: Launcher): void {
  describe('what ends at the wrong moment', () => {
    let sites: PracticeSites;
    let browser: BrowserDriver;
    beforeEach(async () => {
      sites = await startPracticeSites();
      browser = await launch(sites);
      await createVault(browser);
    });
    afterEach(async () => {
      await browser.quit();
      await sites.close();
    });

    test.each(DISPLAYS)('$title: the background stopped between sighting and Save', async (display) => {
      const page = await display.make(browser, 'stopped');
      await page.prompt.ready('Save token');
      await browser.stopBackground();
      await page.front();
      await page.prompt.click('Save token');
      await page.prompt.says('Saved.');
      const popup = await browser.openOwn('popup');
      expect(await copied(popup, 'stopped')).toBe(secretOf(sites, 'stopped'));
    });

    test('a disk that is full: the prompt stays and says why, and Try again saves it', async () => {
      const display = displayOf('zenodo/personal');
      await browser.storageFails(true);
      const page = await display.make(browser, 'full disk');
      await page.prompt.click('Save token');
      const said = await page.prompt.says('Not saved');
      expect(said).toContain('keep it open until this says');
      await browser.storageFails(false);
      await page.prompt.click('Try again');
      await page.prompt.announces('Saved');
      const popup = await browser.openOwn('popup');
      expect(await copied(popup, 'full disk')).toBe(secretOf(sites, 'full disk'));
    });

    test('the browser killed right after Saved: the token is there', async () => {
      const page = await DISPLAYS[1]?.make(browser, 'killed');
      await page?.prompt.click('Save token');
      await page?.prompt.says('Saved.');
      await browser.kill();
      const popup = await browser.openOwn('popup');
      await unlock(popup);
      expect(await copied(popup, 'killed')).toBe(secretOf(sites, 'killed'));
    });
  });
}
