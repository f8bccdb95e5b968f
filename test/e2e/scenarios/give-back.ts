import { expect } from 'vitest';
import type { PracticeSites } from '../../practice/server';
import type { BrowserDriver, Tab } from '../../support/driver';
import { copied, secretOf } from './vault';

/** Saves in the prompt and gets the token back from the popup, exactly as its site issued it. Closes the page. */
export async function saveAndGetBack(
  browser: BrowserDriver,
  sites: PracticeSites,
  page: Tab,
  name: string,
): Promise<void> {
  await page.prompt.click('Save token');
  await page.prompt.announces('Saved');
  const popup = await browser.openOwn('popup');
  expect(await copied(popup, name)).toBe(secretOf(sites, name));
  await popup.close();
  await page.close();
}
