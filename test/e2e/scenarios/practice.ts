/** The practice page of the extension itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import type { BrowserDriver } from '../../support/driver';
import type { Launcher } from './save';

export function practiceScenarios(launch: Launcher): void {
  describe('the practice page', () => {
    let sites: PracticeSites;
    let browser: BrowserDriver;
    beforeAll(async () => {
      sites = await startPracticeSites();
      browser = await launch(sites);
    });
    afterAll(async () => {
      await browser.quit();
      await sites.close();
    });

    test('offers and saves like a real one, and stores nothing', async () => {
      const page = await browser.openOwn('practice');
      await page.click('button', 'Create practice token');
      await page.prompt.says('first try');
      await page.prompt.click('Save token');
      await page.prompt.says('Saved.');
      const popup = await browser.openOwn('popup');
      await popup.shows('button', 'Create vault');
      expect(await popup.count('list', 'Not saved yet')).toBe(0);
    });
  });
}
