/** What ends a display and what does not: keys, clicks and ways through the site. Losing has its table in `controls.ts`. */
import { describe, expect, test } from 'vitest';
import { until, type Tab } from '../support/driver';
import { isHeld } from './steps/held';
import { createOnOsf, displayOf } from './steps/displays';
import { saveAndGetBack } from './steps/give-back';
import { stage } from './stage';
import { copied, createQuickVault, secretOf } from './steps/vault';

const OSF_DISPLAY = 'osf-token-created-dialog';
const SPECKLE_DISPLAY = '[role=dialog] input#contentInput';

const isThere = (page: Tab, selector: string) =>
  page.run<boolean>(`document.querySelector(${JSON.stringify(selector)}) !== null`);

describe('what ends a display', () => {
  const at = stage(({ browser }) => createQuickVault(browser));

  const savedAndBack = (page: Tab, name: string) => saveAndGetBack(at, page, name);

  test.each([
    ['OSF', 'osf/personal', OSF_DISPLAY],
    ['Speckle', 'speckle/personal', SPECKLE_DISPLAY],
  ])('%s: clicks and keys in the prompt leave the display alone', async (_, kind, display) => {
    const name = `prompt ${kind}`;
    const page = await displayOf(kind).make(at.browser, name);
    await page.prompt.ready('Save token');
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    await page.press('Enter');
    await page.prompt.announces('Saved');
    expect(await isThere(page, display), 'after Enter in the prompt').toBe(true);
    await page.prompt.click('Close');
    await page.prompt.isGone();
    expect(await isThere(page, display), 'after a click in the prompt').toBe(true);
    await page.close();
  });

  test("OSF: an Escape in the prompt closes the prompt and not OSF's dialog", async () => {
    const page = await displayOf('osf/personal').make(at.browser, 'escape in prompt');
    await page.prompt.ready('Save token');
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    await page.press('Escape');
    await page.prompt.isGone();
    expect(await isThere(page, OSF_DISPLAY)).toBe(true);
    await page.close();
  });

  test('Speckle: details that arrive late leave the focus where it is', async () => {
    const page = await displayOf('speckle/personal').make(at.browser, 'late');
    await page.prompt.ready('Not now');
    await until('the row', () => isThere(page, 'span.font-mono'));
    await page.press('Alt+Shift+S');
    await page.prompt.hasFocusOn('Save token');
    await page.press('Tab');
    await page.prompt.hasFocusOn('Not now');
    await page.run(
      `document.querySelector('div.grid[tabindex="0"]').firstElementChild.textContent = 'later name'`,
    );
    await page.prompt.says('later name');
    await page.prompt.hasFocusOn('Not now');
    await page.close();
  });

  test('OSF: the display outlives its path, and so does the prompt', async () => {
    const page = await at.browser.open('https://osf.io/settings/account');
    await page.click('link', 'Personal access tokens');
    await createOnOsf(page, 'moved on');
    await page.prompt.ready('Save token');
    await page.back();
    await page.says('Nothing about tokens here.');
    expect(await isThere(page, OSF_DISPLAY)).toBe(true);
    await savedAndBack(page, 'moved on');
  });

  test('OSF: a second token on the same page is offered, and the first waits in the popup', async () => {
    const page = await displayOf('osf/personal').make(at.browser, 'older');
    await page.prompt.says('older');
    // Until then the display is kept from closing.
    await isHeld(page);
    await page.click('button', 'Close');
    await createOnOsf(page, 'newer');
    await page.prompt.says('newer');
    await savedAndBack(page, 'newer');
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Save older');
    expect(await copied(popup, 'older')).toBe(secretOf(at.sites, 'older'));
    await popup.close();
  });

  const sentToTokenPage = () => at.sites.requests.filter((each) => /^POST .*\/tokens\/\d+\/$/.test(each));

  test('Zenodo: Enter in the name box deletes nothing after saving, unless it is meant', async () => {
    const page = await displayOf('zenodo/personal').make(at.browser, 'enter');
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await page.click('textbox', 'Token name');
    await page.press('Enter');
    await page.prompt.says('Enter was stopped');
    expect(sentToTokenPage()).toEqual([]);
    await page.prompt.click('Let the page do it');
    await page.click('textbox', 'Token name');
    await page.press('Enter');
    await until('the control: the page deletes it now', async () => sentToTokenPage().length === 1);
    await page.says('Personal access tokens');
    await page.close();
  });

  test.each([
    ['test.osf.io', 'osf/personal'],
    ['zenodo.org', 'zenodo/personal'],
    ['latest.speckle.systems', 'speckle/personal'],
  ])('%s is a site of its own', async (host, kind) => {
    const name = `on ${host}`;
    const page = await displayOf(kind).make(at.browser, name, host);
    expect(await page.prompt.says(name)).toContain(host);
    await savedAndBack(page, name);
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', name);
    await popup.says(host);
    await popup.close();
  });
});
