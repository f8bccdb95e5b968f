/** What is not offered: a second visit, and whatever only looks like a token. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import type { BrowserDriver, Tab } from '../../support/driver';
import { DISPLAYS } from './displays';
import type { Launcher } from './save';
import { createVault } from './vault';

/** Longer than the script's last retry (1 s); the control below shows that a token is seen well within it. */
const SILENT_MS = 1_600;

const wait = (ms: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** The prompt's text after the silent time. */
async function afterSilence(page: Tab): Promise<string | null> {
  await wait(SILENT_MS);
  return page.prompt.text();
}

export function onceScenarios(launch: Launcher): void {
  describe('what is not offered', () => {
    let sites: PracticeSites;
    let browser: BrowserDriver;
    beforeAll(async () => {
      sites = await startPracticeSites();
      browser = await launch(sites);
      await createVault(browser);
    });
    afterAll(async () => {
      await browser.quit();
      await sites.close();
    });

    test('the control: within the silent time a token is offered', async () => {
      const page = await DISPLAYS[0]?.make(browser, 'control');
      expect(page && (await afterSilence(page))).toContain('Save token');
      await page?.close();
    });

    test.each(DISPLAYS)('$title: the same page reloaded', async (display) => {
      const page = await display.make(browser, `once ${display.kind}`);
      await page.prompt.click('Save token');
      await page.prompt.says('Saved.');
      await page.reload();
      expect(await afterSilence(page)).toBeNull();
      await page.close();
    });

    test("Zenodo's Back, which shows the value again: said to be saved, not offered", async () => {
      const page = await DISPLAYS[3]?.make(browser, 'back');
      if (!page) throw new Error('no such display');
      await page.prompt.click('Save token');
      await page.prompt.says('Saved.');
      const shown = sites.issued.at(-1)?.secret ?? '';
      // The practice server sends no-store, so the page is brought back by its own script.
      await page.run(`(() => {
        const code = document.querySelector('code');
        const { parentNode, nextSibling } = code;
        code.remove();
        setTimeout(() => parentNode.insertBefore(code, nextSibling), 400);
      })()`);
      const text = await afterSilence(page);
      expect(text).not.toContain('Save token');
      expect(
        await page.run<string>(`document.querySelector('code').textContent`),
        'it stands there again',
      ).toBe(shown);
      const second = await browser.open(page.url());
      expect(await second.prompt.text()).toBeNull();
      await second.close();
      await page.close();
    });

    test.each([
      ["GitHub: an OAuth application's secret", 'https://github.com/settings/applications/7', null],
      ['GitHub: a token in a README', 'https://github.com/netlab-demo/notes', null],
      [
        "Zenodo: an OAuth client's secret",
        'https://zenodo.org/account/settings/applications/clients/EXAMPLE/',
        null,
      ],
      [
        'Speckle: a function token',
        'https://app.speckle.systems/settings/workspaces/x/automation',
        'Regenerate',
      ],
      [
        "Speckle: an application's secret",
        'https://app.speckle.systems/settings/user/developer/application',
        null,
      ],
    ])('%s', async (_, url, button) => {
      const page = await browser.open(url);
      if (button) await page.click('button', button);
      expect(await afterSilence(page)).toBeNull();
      await page.close();
    });

    test('Not now closes the prompt; the popup keeps the token, and saves it', async () => {
      const page = await DISPLAYS[2]?.make(browser, 'later');
      await page?.prompt.click('Not now');
      await page?.prompt.isGone();
      await page?.close();
      const popup = await browser.openOwn('popup');
      await popup.click('button', 'Save later');
      await popup.shows('button', 'Copy later');
      await popup.close();
    });

    test('Discard deletes it for good', async () => {
      const page = await DISPLAYS[2]?.make(browser, 'unwanted');
      await page?.prompt.says('unwanted');
      const popup = await browser.openOwn('popup');
      await popup.click('button', 'Discard unwanted');
      await page?.prompt.isGone();
      expect(await popup.count('button', 'Copy unwanted')).toBe(0);
      expect(await popup.count('button', 'Save unwanted')).toBe(0);
      await popup.close();
    });
  });
}
