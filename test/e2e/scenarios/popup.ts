/** The daily face: searching, filtering, naming, annotating, showing and deleting in the popup. */
import { describe, expect, test } from 'vitest';
import { allListed, allSecrets, ask } from '../../support/ask';
import { until, type Tab } from '../../support/driver';
import { madeTokens } from '../../support/made-tokens';
import { storedIds } from '../../support/tampering';
import { stage, type Launcher } from './stage';
import { createQuickVault, saveOne, secretOf, unlock } from './vault';

const HOST = 'sandbox.zenodo.org';
const NOTE = 'Push from the jump host: Äö 語';

/** The names in the list, as it is drawn. */
const names = (popup: Tab) =>
  popup.run<string[]>(`[...document.querySelectorAll('.row .name')].map((name) => name.textContent)`);

async function listIs(popup: Tab, ...wanted: readonly string[]): Promise<void> {
  const sorted = async () => (await names(popup)).toSorted((a, b) => a.localeCompare(b)).join();
  const isSo = until('the list', async () => (await sorted()) === wanted.join());
  await isSo.catch(async () => expect(await sorted(), await textOf(popup)).toBe(wanted.join()));
}

const textOf = (popup: Tab) => popup.run<string>('document.body.innerText');

/** What the keyboard copies next is told from what was there. */
async function onClipboard(popup: Tab, deed: () => Promise<void>): Promise<string> {
  await popup.run(`navigator.clipboard.writeText('before')`);
  await deed();
  return until('something new on the clipboard', async () => {
    const copied = await popup.clipboard();
    return copied === 'before' ? null : copied;
  });
}

export function popupScenarios(launch: Launcher): void {
  describe('the popup', () => {
    const at = stage(launch, async ({ browser }) => {
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
}

/** Ten thousand tokens: filling the vault takes a minute. */
export function manyTokensScenario(launch: Launcher): void {
  describe('the popup of ten thousand tokens', () => {
    const many = madeTokens(10_000, '2026-01-01T00:00:00.000Z');

    const at = stage(
      launch,
      async () => {
        await createQuickVault(at.browser);
        const own = await at.browser.openOwn('options');
        for (let from = 0; from < many.length; from += 100)
          await ask(own, 'ui:restore', { tokens: many.slice(from, from + 100), notes: [] });
        await own.close();
      },
      240_000,
    );

    test('draws only those in sight, and each is a key away', async () => {
      const popup = await at.browser.openOwn('popup');
      await popup.says('10,000 tokens');
      // The status says how many there are before the list is here.
      await until('the first rows', async () => (await names(popup)).length > 0);
      expect((await names(popup)).length).toBeLessThan(100);
      // What was added last may not be compared with the disk yet: the list grows.
      await until('all of the list', () =>
        popup.run<boolean>(`document.querySelector('[aria-setsize="10000"]') !== null`),
      );
      await popup.press('ArrowDown');
      await popup.press('End');
      const last = await until('the last row to have the focus', () =>
        popup.run<string | null>(
          `document.activeElement.closest('li')?.getAttribute('aria-posinset') === '10000' ? document.activeElement.getAttribute('aria-label') : null`,
        ),
      );
      const secret = many.find(({ name }) => last === `Copy ${name}`)?.secret;
      expect(await onClipboard(popup, () => popup.press('Enter'))).toBe(secret);
      await popup.press('/');
      await popup.type('searchbox', 'Search tokens', 'made 4711');
      await listIs(popup, 'made 4711');
      await popup.press('ArrowDown');
      await popup.press('Delete');
      await popup.says('Deleted made 4711 here.');
      await popup.press('Control+z');
      await listIs(popup, 'made 4711');
      await popup.close();
    });
  });
}
