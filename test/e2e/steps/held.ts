/** What the background holds: tokens that are not saved yet. */
import { expect } from 'vitest';
import { until, type BrowserDriver, type Tab } from '../../support/driver';

/** What the toolbar shows, asked from a page of ours. */
export const badge = (popup: Tab) => popup.run<string>('chrome.action.getBadgeText({})');

/** The prompt's words on the expiry come with the background's answer: from then on the token is held. */
export function isHeld(page: Tab): Promise<boolean> {
  return until('the background to hold the token', async () => {
    const text = await page.prompt.text();
    return text !== null && !text.includes('Expires Account');
  });
}

/** When the page of the held token with this name went away; `null`: it is there. */
export const goneAt = (popup: Tab, name: string) =>
  popup.run<number | null>(`chrome.storage.session.get(null).then((all) => Object.entries(all)
    .find(([key, { details }]) => key.startsWith('held:') && details.name === ${JSON.stringify(name)})[1].goneAt)`);

/** The popup lists it once, and the badge counts that one. */
export async function isHeldOnce(browser: BrowserDriver, name: string): Promise<void> {
  const popup = await browser.openOwn('popup');
  await popup.shows('button', `Save ${name}`);
  expect(await popup.count('button', `Save ${name}`)).toBe(1);
  expect(await badge(popup)).toBe('1');
  await popup.close();
}
