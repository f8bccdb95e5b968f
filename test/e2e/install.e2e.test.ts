/** SeenOnce is installed while tokens are on the screen. */
import { describe, expect, test } from 'vitest';
import type { Tab } from '../support/driver';
import { silence } from '../support/silence';
import { DISPLAYS } from './steps/displays';
import { copied, createQuickVault, secretOf } from './steps/vault';
import { launchWithoutExtension, stageIn } from './stage';

describe('SeenOnce is installed late', () => {
  const at = stageIn(launchWithoutExtension);

  test('tokens on the screen when SeenOnce is installed are offered by themselves', async () => {
    const pages: (readonly [name: string, page: Tab])[] = [];
    for (const { kind, make } of DISPLAYS) {
      const name = `before ${kind}`;
      pages.push([name, await make(at.browser, name)]);
    }
    await silence();
    for (const [name, page] of pages) {
      expect(await page.prompt.text(), `the control: nothing offers ${name}`).toBeNull();
    }
    await at.browser.install();
    for (const [, page] of pages) {
      await page.front();
      await page.prompt.ready('Save token');
    }
    await createQuickVault(at.browser);
    for (const [name, page] of pages) {
      await page.front();
      await page.prompt.click('Save token');
      await page.prompt.announces('Saved');
      const popup = await at.browser.openOwn('popup');
      expect(await copied(popup, name)).toBe(secretOf(at.sites, name));
      await popup.close();
    }
  });
});
