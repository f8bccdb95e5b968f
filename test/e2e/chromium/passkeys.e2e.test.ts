/** A passkey is an optional second key: it opens the vault, and the passphrase still does. */
import { describe, expect, test } from 'vitest';
import { allSecrets, ask } from '../../support/ask';
import type { Tab } from '../../support/driver';
import { displayOf } from '../steps/displays';
import { stage } from '../stage';
import { createVault, lock, PASSPHRASE, secretOf, unlock } from '../steps/vault';

describe('a passkey', () => {
  /** The one tab that has the security key. */
  let tab: Tab;

  const at = stage(async ({ browser }) => {
    await createVault(browser);
    const page = await displayOf('zenodo/personal').make(browser, 'by passkey');
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await page.close();
    tab = await browser.openOwn('options');
    await tab.addAuthenticator();
  });

  const passkeys = async () => (await ask(tab, 'ui:slots', null)).passkeys;

  async function type(passphrase: string): Promise<void> {
    await tab.click('button', 'Add passkey');
    await tab.type('textbox', 'Current passphrase', passphrase);
    await tab.press('Enter');
  }

  /** Unlocks in the tab that has the security key, where the popup's page is shown. */
  async function unlockByPasskey(): Promise<void> {
    const popup = await at.browser.openOwn('popup');
    const address = await popup.url();
    await popup.close();
    await tab.goto(address);
    await tab.click('button', 'Unlock with a passkey');
  }

  test('is not added with a wrong passphrase', async () => {
    await tab.front();
    await type(`${PASSPHRASE}s`);
    await tab.says('not the current passphrase');
    expect(await passkeys()).toEqual([]);
    await tab.reload();
  });

  test('is added with the passphrase, and said so', async () => {
    await tab.front();
    await type(PASSPHRASE);
    await tab.says('passkey was added');
    expect(await passkeys()).toHaveLength(1);
  });

  test('opens the locked vault, without the passphrase', async () => {
    await lock(at.browser);
    await tab.front();
    await unlockByPasskey();
    await tab.shows('searchbox', 'Search tokens');
    const secret = secretOf(at.sites, 'by passkey');
    expect(await allSecrets(tab)).toEqual([{ name: 'by passkey', secret }]);
  });

  test('opens it after a restart of the background, too', async () => {
    await lock(at.browser);
    await at.browser.stopBackground();
    await tab.front();
    await unlockByPasskey();
    await tab.shows('searchbox', 'Search tokens');
  });

  test('the passphrase opens it still', async () => {
    await lock(at.browser);
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    await popup.close();
  });

  test('the control: a tab without that security key does not open it', async () => {
    await lock(at.browser);
    const popup = await at.browser.openOwn('popup');
    await popup.addAuthenticator();
    await popup.click('button', 'Unlock with a passkey');
    await popup.shows('button', 'Unlock');
    expect((await ask(popup, 'ui:status', null)).vault).toBe('locked');
    expect(await popup.count('searchbox', 'Search tokens')).toBe(0);
    await popup.close();
  });
});
