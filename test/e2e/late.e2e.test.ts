/** Displays whose value comes late, and displays that are there for a moment. */
import { describe, expect, test } from 'vitest';
import { mint } from '../practice/mint';
import { until, type Tab } from '../support/driver';
import { createQuickVault } from './steps/vault';
import { stage } from './stage';

/** Each is put into a token page that has none; `value` arrives as the site would bring it. */
const LATE = [
  [
    'GitHub, classic, as text',
    'https://github.com/settings/tokens',
    `const anchor = document.createElement('code');
    anchor.id = 'new-oauth-token';
    document.querySelector('main').append(anchor);
    setTimeout(() => { anchor.textContent = secret; }, ms);`,
    'github/classic',
  ],
  [
    'GitHub, fine-grained, as a property',
    'https://github.com/settings/personal-access-tokens',
    `const anchor = document.createElement('input');
    anchor.id = 'new-access-token';
    anchor.readOnly = true;
    document.querySelector('main').append(anchor);
    setTimeout(() => { anchor.value = secret; }, ms);`,
    'github/fine-grained',
  ],
  [
    'OSF, as a property',
    'https://osf.io/settings/tokens',
    `const dialog = document.createElement('p-dynamicdialog');
    dialog.innerHTML = '<div role="dialog"><osf-token-created-dialog><input readonly></osf-token-created-dialog></div>';
    document.body.append(dialog);
    setTimeout(() => { dialog.querySelector('input').value = secret; }, ms);`,
    'osf/personal',
  ],
  [
    'Speckle, as a property',
    'https://app.speckle.systems/settings/user/developer',
    `const dialog = document.createElement('div');
    dialog.innerHTML = '<div role="dialog"><div class="truncate">Create Token</div><input id="contentInput" name="contentInput" readonly></div>';
    document.body.append(dialog);
    setTimeout(() => { dialog.querySelector('input').value = secret; }, ms);`,
    'speckle/personal',
  ],
] as const;

describe('late and short displays', () => {
  const at = stage(({ browser }) => createQuickVault(browser));

  /** Saves in the prompt or in the popup, and compares what the popup then copies of the newest token. */
  async function isSavedAs(secret: string, save: (popup: Tab) => Promise<void>): Promise<void> {
    const popup = await at.browser.openOwn('popup');
    await save(popup);
    const asking = (name: string, about: string) =>
      `chrome.runtime.sendMessage({ name: '${name}', ask: ${about} }).then(({ value }) => value)`;
    const newest = asking('ui:list', `{ query: '', from: 0, count: 1 }`);
    const copy = asking('ui:copy', '{ id: tokens[0].id, snippet: null }');
    await until('it to be the newest', async () => {
      return (await popup.run(`${newest}.then(({ tokens }) => tokens[0] ? ${copy} : null)`)) === secret;
    });
    await popup.close();
  }

  describe.each([400, 3_000])('a value that arrives %d ms after its element', (ms) => {
    test.each(LATE)('%s', async (_, url, script, kind) => {
      const secret = mint(kind);
      const page = await at.browser.open(url);
      await page.run(`{ const secret = ${JSON.stringify(secret)}; const ms = ${ms}; ${script} }`);
      expect(await page.prompt.text(), 'the control: nothing yet').toBeNull();
      await page.prompt.says(secret.slice(-4));
      await isSavedAs(secret, async () => {
        await page.front();
        await page.prompt.click('Save token');
        await page.prompt.announces('Saved');
      });
      await page.close();
    });
  });

  test.each(LATE)(
    '%s: shown for half a second it is held, and can be saved',
    async (_, url, script, kind) => {
      const secret = mint(kind);
      const page = await at.browser.open(url);
      await page.run(`{ const secret = ${JSON.stringify(secret)}; const ms = 0; ${script}
      setTimeout(() => { document.querySelector('#new-oauth-token, #new-access-token, p-dynamicdialog, [role=dialog]').remove(); }, 500); }`);
      await until('the display to be gone', () =>
        page.run<boolean>(
          `document.querySelector('#new-oauth-token, #new-access-token, p-dynamicdialog, [role=dialog]') === null`,
        ),
      );
      await page.close();
      await isSavedAs(secret, (popup) => popup.click('button', 'Save Personal access token'));
    },
  );
});
