/** Making the vault: with a token that waits, three times at once, with bad passphrases. */
import { describe, expect, test } from 'vitest';
import { ask } from '../support/ask';
import { until } from '../support/driver';
import { provider as zenodo } from '../../src/providers/zenodo';
import { isHeld } from './steps/held';
import { DISPLAYS, displayOf } from './steps/displays';
import { stage } from './stage';
import { copied, createVault, fillCreateForm, lock, PASSPHRASE, secretOf, unlock } from './steps/vault';

describe('making the vault', () => {
  const at = stage(undefined, { each: true });

  test('Save without a vault opens the page to make one; then the prompt says Saved', async () => {
    const page = await DISPLAYS[3]?.make(at.browser, 'first');
    if (!page) throw new Error('no such display');
    await page.prompt.click('Save token');
    await page.prompt.says('held in memory');
    const welcome = await at.browser.tabAt('welcome.html#save');
    await fillCreateForm(welcome);
    await welcome.click('button', 'Create vault');
    await welcome.says('Saved');
    await page.front();
    await page.prompt.says('Saved.');
    const popup = await at.browser.openOwn('popup');
    expect(await copied(popup, 'first')).toBe(secretOf(at.sites, 'first'));
  });

  test('without a vault a held token outlives its tab and a stopped background, too', async () => {
    const page = await displayOf('zenodo/personal').make(at.browser, 'in memory');
    await isHeld(page);
    await page.close();
    await at.browser.stopBackground();
    await createVault(at.browser);
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'Save in memory');
    expect(await copied(popup, 'in memory')).toBe(secretOf(at.sites, 'in memory'));
  });

  test('of three forms at once one makes the vault, the others say that there is one, and its passphrase opens it', async () => {
    const forms = [
      { tab: await at.browser.openOwn('popup'), passphrase: `first ${PASSPHRASE}` },
      { tab: await at.browser.openOwn('popup'), passphrase: `second ${PASSPHRASE}` },
      { tab: await at.browser.openOwn('welcome'), passphrase: `third ${PASSPHRASE}` },
    ];
    for (const { tab, passphrase } of forms) await fillCreateForm(tab, passphrase);
    // A click takes milliseconds and scrypt a second: all three are at work at once.
    for (const { tab } of forms) {
      await tab.front();
      await tab.click('button', 'Create vault');
    }
    const winner = await until('two forms to say that a vault exists', async () => {
      const texts = await Promise.all(forms.map(({ tab }) => tab.run<string>('document.body.innerText')));
      const beaten = texts.map((text) => text.includes('A vault exists already'));
      return beaten.filter(Boolean).length === 2 ? (forms[beaten.indexOf(false)] ?? null) : null;
    });
    await lock(at.browser);
    const own = await at.browser.openOwn('bare');
    const { passphrase: slots } = await ask(own, 'ui:slots', null);
    expect(slots, 'one vault, one slot').toHaveLength(1);
    const popup = await at.browser.openOwn('popup');
    for (const { passphrase } of forms.filter((form) => form !== winner)) {
      await popup.type('textbox', 'Passphrase', passphrase);
      await popup.click('button', 'Unlock');
      await popup.says('not the passphrase');
      await popup.reload();
    }
    await unlock(popup, winner.passphrase);
  });

  test('a weak passphrase, and two that differ, are said before anything is made', async () => {
    const popup = await at.browser.openOwn('popup');
    await fillCreateForm(popup, 'password1');
    await popup.click('button', 'Create vault');
    await popup.says('Too easy to guess');
    await fillCreateForm(popup, PASSPHRASE, `${PASSPHRASE}s`);
    await popup.click('button', 'Create vault');
    await popup.says('differ');
    const other = await at.browser.openOwn('popup');
    expect(await other.count('button', 'Unlock'), 'there is no vault').toBe(0);
    await other.shows('button', 'Create vault');
  });

  test('a wrong passphrase is said so, and the right one then opens', async () => {
    await createVault(at.browser);
    await lock(at.browser);
    const popup = await at.browser.openOwn('popup');
    await popup.type('textbox', 'Passphrase', `${PASSPHRASE}s`);
    await popup.click('button', 'Unlock');
    await popup.says('not the passphrase');
    await unlock(popup);
  });

  test('a page cannot ask for anything, and finds nothing of the extension', async () => {
    await createVault(at.browser);
    const page = await at.browser.open('https://github.com/settings/tokens');
    const reach = await page.run<string>(`typeof globalThis.chrome?.runtime?.sendMessage`);
    expect(reach).toBe('undefined');
    const own = await at.browser.openOwn('popup');
    const probe = await page.run<string>(
      `fetch(${JSON.stringify(new URL('/src/popup/popup.html', await own.url()).href)}).then(() => 'reached', () => 'refused')`,
    );
    expect(probe).toBe('refused');
  });

  test("the options page keeps one's own note on a scope over a restart", async () => {
    await createVault(at.browser);
    const options = await at.browser.openOwn('options');
    await options.type('searchbox', 'Search scopes', 'deposit:actions');
    await options.says(zenodo.scopes['deposit:actions']?.means ?? 'no such scope');
    await options.click('button', 'Add note on deposit:actions');
    await options.type('textbox', 'My note on deposit:actions', 'EXAMPLE note: sandbox first');
    await options.click('button', 'Save note');
    await options.says('EXAMPLE note: sandbox first');
    await at.browser.restart();
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    const again = await at.browser.openOwn('options');
    await again.says('EXAMPLE note: sandbox first');
  });

  test('an unlocked vault is locked after a restart', async () => {
    await createVault(at.browser);
    await at.browser.restart();
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', 'Unlock');
    await until('the list to stay away', async () => (await popup.count('searchbox', 'Search tokens')) === 0);
  });
});
