/** What is not offered: a second visit, and whatever only looks like a token. */
import { describe, expect, test } from 'vitest';
import { afterSilence } from '../support/silence';
import { until } from '../support/driver';
import { DISPLAYS } from './steps/displays';
import { stage } from './stage';
import { createQuickVault, secretOf } from './steps/vault';

/** Where the value stands in a page of its own; the dialogs of OSF and Speckle cannot be had twice. */
const SHOWN_AGAIN = DISPLAYS.filter(({ kind }) => /^(?:github|zenodo)\//.test(kind));

/** Where a token would stand, something like a token stands: silence about an empty page proves nothing. */
const LOOK_ALIKE_IS_THERE = `[...document.querySelectorAll('code, input[readonly]')].some(
  (element) => (element.value ?? element.textContent).length >= 10)`;

describe('what is not offered', () => {
  const at = stage(({ browser }) => createQuickVault(browser));

  test.each(DISPLAYS)('the control: within the silent time a token is offered: $title', async (display) => {
    const page = await display.make(at.browser, `control ${display.kind}`);
    expect(await afterSilence(page)).toContain('Save token');
    await page.close();
  });

  test.each(DISPLAYS)('$title: the same page reloaded', async (display) => {
    const page = await display.make(at.browser, `once ${display.kind}`);
    await page.prompt.click('Save token');
    await page.prompt.says('Saved.');
    await page.reload();
    expect(await afterSilence(page)).toBeNull();
    await page.close();
  });

  test.each(SHOWN_AGAIN)(
    '$title: shown again in another tab: said to be saved, not offered',
    async (display) => {
      const name = `again ${display.kind}`;
      const page = await display.make(at.browser, name);
      await page.prompt.click('Save token');
      await page.prompt.announces('Saved');
      at.sites.showAgain(secretOf(at.sites, name));
      const again = await at.browser.open(await page.url());
      await again.prompt.announces('Saved already');
      expect(await again.prompt.text()).not.toContain('Save token');
      await again.close();
      await page.close();
    },
  );

  test.each(SHOWN_AGAIN)('$title: shown again after Not now: silent', async (display) => {
    const name = `dismissed ${display.kind}`;
    const page = await display.make(at.browser, name);
    await page.prompt.click('Not now');
    await page.prompt.isGone();
    at.sites.showAgain(secretOf(at.sites, name));
    const again = await at.browser.open(await page.url());
    expect(await afterSilence(again)).toBeNull();
    await again.close();
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
      'https://app.speckle.systems/settings/user/developer',
      'Reveal secret of my application',
    ],
    [
      "Speckle: a new application's id and secret",
      'https://app.speckle.systems/settings/user/developer',
      'New application',
    ],
    ["OSF: a developer app's secret", 'https://osf.io/settings/developer-apps/EXAMPLE/details', null],
  ])('%s', async (_, url, button) => {
    const page = await at.browser.open(url);
    if (button) await page.click('button', button);
    await until('the look-alike to be on the page', () => page.run<boolean>(LOOK_ALIKE_IS_THERE));
    expect(await afterSilence(page)).toBeNull();
    await page.close();
  });

  test('Not now closes the prompt; the popup keeps the token, and saves it', async () => {
    const page = await DISPLAYS[2]?.make(at.browser, 'later');
    await page?.prompt.click('Not now');
    await page?.prompt.isGone();
    await page?.close();
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Save later');
    await popup.shows('button', 'Copy later');
    await popup.close();
  });

  test('Discard deletes it for good', async () => {
    const page = await DISPLAYS[2]?.make(at.browser, 'unwanted');
    await page?.prompt.says('unwanted');
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Discard unwanted');
    await page?.prompt.isGone();
    expect(await popup.count('button', 'Copy unwanted')).toBe(0);
    expect(await popup.count('button', 'Save unwanted')).toBe(0);
    await popup.close();
  });
});
