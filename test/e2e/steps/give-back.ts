/** Saving a token and getting it back, exactly as its site issued it. */
import { expect } from 'vitest';
import type { PracticeSites } from '../../practice/server';
import type { BrowserDriver, Tab } from '../../support/driver';
import { copied, secretOf } from './vault';

type Where = { readonly browser: BrowserDriver; readonly sites: PracticeSites };

/** Saves in the prompt and gets the token back from the popup. Leaves the page open. */
export async function savedAndGivenBack({ browser, sites }: Where, page: Tab, name: string): Promise<void> {
  await page.prompt.click('Save token');
  await page.prompt.announces('Saved');
  const popup = await browser.openOwn('popup');
  expect(await copied(popup, name)).toBe(secretOf(sites, name));
  await popup.close();
}

/** The same, and closes the page. */
export async function saveAndGetBack(where: Where, page: Tab, name: string): Promise<void> {
  await savedAndGivenBack(where, page, name);
  await page.close();
}
