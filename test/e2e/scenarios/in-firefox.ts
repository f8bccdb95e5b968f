/** What only Firefox has: updates that wait to be taken, containers, pages without passkeys. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import { ask } from '../../support/ask';
import { until, type Tab } from '../../support/driver';
import type { FirefoxDriver } from '../../support/firefox-driver';
import { createOnOsf, displayOf } from './displays';
import { isHeld } from './controls';
import { copied, createQuickVault, secretOf, unlock } from './vault';

const version = (own: Tab) => own.run<string>('chrome.runtime.getManifest().version');

export function firefoxScenarios(launch: (sites: PracticeSites) => Promise<FirefoxDriver>): void {
  describe('what only Firefox has', () => {
    let sites: PracticeSites;
    let browser: FirefoxDriver;
    beforeAll(async () => {
      sites = await startPracticeSites();
      browser = await launch(sites);
      await createQuickVault(browser);
    });
    afterAll(async () => {
      await browser.quit();
      await sites.close();
    });

    test('a token in a tab of a container is saved like any other', async () => {
      const page = await browser.openInContainer('https://osf.io/settings/tokens');
      await createOnOsf(page, 'contained');
      await page.prompt.says('contained');
      await page.prompt.click('Save token');
      await page.prompt.announces('Saved');
      await page.close();
      const popup = await browser.openOwn('popup');
      expect(await copied(popup, 'contained')).toBe(secretOf(sites, 'contained'));
      await popup.close();
    });

    test('the options page says that there are no passkeys, and offers none', async () => {
      const options = await browser.openOwn('options');
      await options.says('Firefox does not let an extension use passkeys');
      expect(await options.count('button', 'Add passkey')).toBe(0);
      await options.close();
    });

    test('an update waits while a token is held, and comes when it is saved', async () => {
      const before = await browser.openOwn('options');
      const old = await version(before);
      // An update waits for that too: what the test before copied is still to be cleared.
      await ask(before, 'ui:clear-now', null);
      const page = await displayOf('zenodo/personal').make(browser, 'held meanwhile');
      await isHeld(page);
      await page.close();
      await browser.offerUpdate();
      expect(await browser.isUpdated(), 'it waits').toBe(false);
      await browser.stopBackground();
      expect(await version(before), 'and waits on when the background was stopped').toBe(old);
      expect(await browser.isUpdated()).toBe(false);
      const popup = await browser.openOwn('popup');
      await popup.click('button', 'Save held meanwhile');
      await until('the update', async () => {
        // The background looks at each ring, once a minute, whether anything waits still.
        await popup.run(`chrome.alarms.create('sweep', { when: Date.now() })`).catch(() => null);
        return browser.isUpdated();
      });
      const after = await browser.openOwn('popup');
      expect(await version(after)).not.toBe(old);
      await unlock(after);
      expect(await copied(after, 'held meanwhile')).toBe(secretOf(sites, 'held meanwhile'));
      await ask(after, 'ui:clear-now', null);
      await after.close();
    });

    test('the control: with nothing held an update comes at once', async () => {
      await browser.offerUpdate();
      await until('the update', () => browser.isUpdated());
    });
  });
}
