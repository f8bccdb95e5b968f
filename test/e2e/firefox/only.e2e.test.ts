/** What only Firefox has: updates that wait to be taken, containers, pages without passkeys. */
import { describe, expect, test } from 'vitest';
import { ask } from '../../support/ask';
import { until, type Tab } from '../../support/driver';
import { launchFirefox } from '../../support/firefox-driver';
import { createOnOsf, displayOf } from '../steps/displays';
import { isHeld } from '../steps/held';
import { copied, createQuickVault, secretOf, unlock } from '../steps/vault';
import { stageIn } from '../stage';

const version = (own: Tab) => own.run<string>('chrome.runtime.getManifest().version');

describe('what only Firefox has', () => {
  const at = stageIn(
    (sites) => launchFirefox({ sites }),
    ({ browser }) => createQuickVault(browser),
  );

  test('a token in a tab of a container is saved like any other', async () => {
    const page = await at.browser.openInContainer('https://osf.io/settings/tokens');
    await createOnOsf(page, 'contained');
    await page.prompt.says('contained');
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await page.close();
    const popup = await at.browser.openOwn('popup');
    expect(await copied(popup, 'contained')).toBe(secretOf(at.sites, 'contained'));
    await popup.close();
  });

  test('the options page says that there are no passkeys, and offers none', async () => {
    const options = await at.browser.openOwn('options');
    await options.says('Firefox does not let an extension use passkeys');
    expect(await options.count('button', 'Add passkey')).toBe(0);
    await options.close();
  });

  test('an update waits while a token is held, and comes when it is saved', async () => {
    const before = await at.browser.openOwn('options');
    const old = await version(before);
    // An update waits for that too: what the test before copied is still to be cleared.
    await ask(before, 'ui:clear-now', null);
    const page = await displayOf('zenodo/personal').make(at.browser, 'held meanwhile');
    await isHeld(page);
    await page.close();
    await at.browser.offerUpdate();
    expect(await at.browser.isUpdated(), 'it waits').toBe(false);
    await at.browser.stopBackground();
    expect(await version(before), 'and waits on when the background was stopped').toBe(old);
    expect(await at.browser.isUpdated()).toBe(false);
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Save held meanwhile');
    await until('the update', async () => {
      // The background looks at each ring, once a minute, whether anything waits still.
      await popup.run(`chrome.alarms.create('sweep', { when: Date.now() })`).catch(() => null);
      return at.browser.isUpdated();
    });
    const after = await at.browser.openOwn('popup');
    expect(await version(after)).not.toBe(old);
    await unlock(after);
    expect(await copied(after, 'held meanwhile')).toBe(secretOf(at.sites, 'held meanwhile'));
    await ask(after, 'ui:clear-now', null);
    await after.close();
  });

  test('the control: with nothing held an update comes at once', async () => {
    await at.browser.offerUpdate();
    await until('the update', () => at.browser.isUpdated());
  });
});
