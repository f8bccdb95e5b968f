/** The daily face: searching, filtering, naming, annotating, showing and deleting in the popup. */
import { describe, expect, test } from 'vitest';
import { allListed, allSecrets, ask } from '../support/ask';
import { until } from '../support/driver';
import { storedIds } from '../support/tampering';
import { stage } from './stage';
import { listIs, onClipboard, textOf } from './steps/list';
import { createQuickVault, saveOne, secretOf, unlock } from './steps/vault';

const HOST = 'sandbox.zenodo.org';
const NOTE = 'Push from the jump host: Äö 語';

describe('the popup', () => {
  const at = stage(async ({ browser }) => {
    await createQuickVault(browser);
    await saveOne(browser, 'zenodo/personal', 'a upload');
    await saveOne(browser, 'osf/personal', 'b study');
    // Its form says seven days.
    await saveOne(browser, 'github/classic', 'c script');
  });

  test('opens with the search focused: type, Enter copies the first, Shift and Enter its first other form', async () => {
    const popup = await at.browser.openOwn('popup');
    await listIs(popup, 'a upload', 'b study', 'c script');
    await popup.press('s');
    await popup.press('t');
    await popup.press('u');
    expect(await onClipboard(popup, () => popup.press('Enter'))).toBe(secretOf(at.sites, 'b study'));
    const line = await onClipboard(popup, () => popup.press('Shift+Enter'));
    expect(line).toContain(secretOf(at.sites, 'b study'));
    expect(line).toContain('OSF_TOKEN');
    await popup.press('Escape');
    await listIs(popup, 'a upload', 'b study', 'c script');
    await popup.close();
  });

  test('filters by provider and by what ends soon; Escape takes the filter back', async () => {
    const popup = await at.browser.openOwn('popup');
    await popup.click('radio', 'OSF');
    await listIs(popup, 'b study');
    await popup.click('radio', 'Ending soon');
    await listIs(popup, 'c script');
    await popup.type('searchbox', 'Search tokens', 'upload');
    await popup.says('Nothing matches “upload”');
    await popup.press('Escape');
    await listIs(popup, 'a upload', 'b study', 'c script');
    await popup.close();
  });

  test('the details lead to the page where it was seen, and to where it is revoked', async () => {
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'b study');
    await popup.shows('link', '/settings/tokens');
    await popup.shows('link', 'Revoke on osf.io');
    const links = `[...document.querySelectorAll('.facts a, .bottom a')].map(({ href }) => new URL(href).host)`;
    expect(await popup.run<string[]>(links)).toEqual(['osf.io', 'osf.io']);
    await popup.close();
  });

  test('a new name and a note stay, sealed, also where the popup closes at once', async () => {
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'b study');
    await popup.click('button', 'Rename b study');
    await popup.type('textbox', 'Name in SeenOnce', 'b renamed');
    await popup.press('Enter');
    await popup.shows('heading', 'b renamed');
    await popup.type('textbox', 'My note', NOTE);
    // No pause, no button: the page just goes.
    await popup.goto('about:blank');
    await popup.close();
    await at.browser.restart();
    const after = await at.browser.openOwn('popup');
    await unlock(after);
    await listIs(after, 'a upload', 'b renamed', 'c script');
    await after.type('searchbox', 'Search tokens', 'jump host');
    await listIs(after, 'b renamed');
    await after.click('button', 'b renamed');
    const note = `document.querySelector('textarea').value`;
    expect(await after.run<string>(note)).toBe(NOTE);
    expect(await allSecrets(after)).toContainEqual({
      name: 'b study',
      secret: secretOf(at.sites, 'b study'),
    });
    await after.click('button', 'Rename b renamed');
    await after.type('textbox', 'Name in SeenOnce', '');
    await after.press('Enter');
    await after.shows('heading', 'b study');
    await after.close();
  });

  test('the token is on the screen while "Show" is held, and not before or after', async () => {
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'a upload');
    const secret = secretOf(at.sites, 'a upload');
    await popup.shows('button', 'Show a upload while held');
    expect(await textOf(popup)).not.toContain(secret);
    await popup.hold('button', 'Show a upload while held', () => popup.says(secret));
    await until('the token to be gone', async () => !(await textOf(popup)).includes(secret));
    expect(await popup.run<string>('document.documentElement.outerHTML')).not.toContain(secret);
    await popup.close();
  });

  test('what was deleted comes back by "Undo", as it was', async () => {
    const popup = await at.browser.openOwn('popup');
    await listIs(popup, 'a upload', 'b study', 'c script');
    const before = await allListed(popup);
    await popup.press('ArrowDown');
    await popup.press('Delete');
    await popup.says('Deleted c script here.');
    await popup.says('It still works on github.com.');
    await listIs(popup, 'a upload', 'b study');
    const { database, copy } = await storedIds(popup);
    expect([database.length, copy.length], 'gone from both copies').toEqual([2, 2]);
    await popup.click('button', 'Undo');
    await listIs(popup, 'a upload', 'b study', 'c script');
    expect(await allListed(popup)).toEqual(before);
    expect(await allSecrets(popup)).toContainEqual({
      name: 'c script',
      secret: secretOf(at.sites, 'c script'),
    });
    await popup.close();
  });

  test('what was deleted and not taken back stays away, over a restart too', async () => {
    const popup = await at.browser.openOwn('popup');
    await popup.click('button', 'a upload');
    await popup.click('button', 'Delete a upload');
    await popup.says(`It still works on ${HOST}.`);
    await listIs(popup, 'b study', 'c script');
    await at.browser.restart();
    const after = await at.browser.openOwn('popup');
    await unlock(after);
    await listIs(after, 'b study', 'c script');
    expect(await ask(after, 'ui:problems', null)).toEqual({ problems: [], notices: [] });
    expect(await after.count('button', 'Undo')).toBe(0);
    await after.close();
  });
});
