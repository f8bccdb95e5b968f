/** The main job on each of the five displays, with the vault unlocked and locked. */
import { describe, expect, test } from 'vitest';
import type { PracticeSites } from '../practice/server';
import type { BrowserDriver } from '../support/driver';
import { byHand, DISPLAYS, type Display } from './steps/displays';
import { copied, createQuickVault, createVault, lock, secretOf, unlock } from './steps/vault';
import { stage } from './stage';

describe.each(['unlocked', 'locked'] as const)('with the vault %s', (state) => {
  const at = stage(async ({ browser }) => {
    if (state === 'unlocked') return createVault(browser);
    // It is unlocked for each of them.
    await createQuickVault(browser);
    return lock(browser);
  });

  test.each(DISPLAYS)('$title: one click saves it, the popup gives it back exactly', async (display) => {
    const name = `${display.kind} ${state}`;
    const page = await display.make(at.browser, name, display.host, byHand);
    const offer = await page.prompt.says(name);
    expect(offer).toContain(display.host);
    await page.prompt.says(display.expires);
    await page.prompt.click('Save token');
    const saved = await page.prompt.says('Saved.');
    expect(saved).toContain(state === 'locked' ? 'locked and stays locked' : 'Written and read back');
    await page.close();
    await givesBack(at.browser, at.sites, display, name, state === 'locked');
  });

  test('nothing asked a provider by itself', () => {
    const tokenPages = at.sites.requests.filter((request) => /tokens\/\d+\/$/.test(request));
    expect(tokenPages, "the one visit to Zenodo's display").toHaveLength(1);
  });
});

async function givesBack(
  browser: BrowserDriver,
  sites: PracticeSites,
  display: Display,
  name: string,
  locked: boolean,
): Promise<void> {
  const popup = await browser.openOwn('popup');
  if (locked) await unlock(popup);
  expect(await copied(popup, name)).toBe(secretOf(sites, name));
  await popup.click('button', name);
  for (const scope of display.scopes) await popup.says(scope);
  await popup.says(display.expires);
  if (display.account) await popup.says(display.account);
  await popup.close();
  if (locked) await lock(browser);
}
