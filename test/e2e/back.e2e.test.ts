/** Back to a page that showed a token: from the HTTP cache, and alive from the back/forward cache. */
import { describe, expect, test } from 'vitest';
import { until, type Tab } from '../support/driver';
import { afterSilence } from '../support/silence';
import { displayOf } from './steps/displays';
import { savedAndGivenBack } from './steps/give-back';
import { goneAt, isHeldOnce } from './steps/held';
import { createQuickVault, secretOf } from './steps/vault';
import { launch, launchWithLivingPages, stageIn } from './stage';

describe.each([
  ['from the HTTP cache', launch, false],
  ['alive, from the back/forward cache', launchWithLivingPages, true],
] as const)('Back, with the page %s', (_, launcher, alive) => {
  const at = stageIn(launcher, ({ browser }) => createQuickVault(browser), { cached: true });

  /** Shows a new token, leaves the page and comes back to it, with the token on the screen again. */
  async function backAt(name: string, answer: (page: Tab) => Promise<unknown>): Promise<Tab> {
    const page = await displayOf('zenodo/personal').make(at.browser, name);
    await page.prompt.says(name);
    await answer(page);
    await page.run(`addEventListener('pageshow', ({ persisted }) => { globalThis.persisted = persisted; })`);
    const address = await page.url();
    await page.click('link', 'Applications');
    await page.says('New token');
    const requests = at.sites.requests.length;
    await page.back();
    await page.says(secretOf(at.sites, name));
    expect(await page.url()).toBe(address);
    expect(at.sites.requests.length, 'the control: the site was not asked again').toBe(requests);
    const isAlive = await page.run<boolean>('globalThis.persisted === true');
    expect(isAlive, 'the control: it is the same document as before, or another').toBe(alive);
    return page;
  }

  test('after Save it says so, and offers nothing', async () => {
    const page = await backAt('saved before', (shown) => savedAndGivenBack(at, shown, 'saved before'));
    await page.prompt.says(alive ? 'Saved.' : 'Saved already');
    expect(await afterSilence(page)).not.toContain('Save token');
    await page.close();
  });

  test('after Not now it is silent', async () => {
    const page = await backAt('refused before', async (shown) => {
      await shown.prompt.click('Not now');
      await shown.prompt.isGone();
    });
    expect(await afterSilence(page)).toBeNull();
    await page.close();
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Discard refused before');
    await until('it to be gone', async () => (await popup.count('button', 'Save refused before')) === 0);
    await popup.close();
  });

  test('unsaved, it is offered still, is held once, and its ten minutes have not begun', async () => {
    const page = await backAt('unsaved before', (shown) => shown.prompt.ready('Save token'));
    await page.prompt.ready('Save token');
    await isHeldOnce(at.browser, 'unsaved before');
    const popup = await at.browser.openOwn('popup');
    await page.front();
    await until('its ten minutes to be taken back', async () => {
      return (await goneAt(popup, 'unsaved before')) === null;
    });
    await page.click('link', 'Applications');
    await until('the control: its ten minutes to begin', async () => {
      return (await goneAt(popup, 'unsaved before')) !== null;
    });
    await page.back();
    await savedAndGivenBack(at, page, 'unsaved before');
    await page.close();
    await popup.close();
  });
});
