/** Tokens that end: the toolbar's number, the popup's note, the page "Ending soon", and what of it is on the disk. */
import { describe, expect, test } from 'vitest';
import { ask } from '../support/ask';
import { filesBelow, holding, ownFiles } from '../support/disk';
import { until, type Tab } from '../support/driver';
import { silence } from '../support/silence';
import { ENDS_WITHIN } from './steps/displays';
import { stage } from './stage';
import { createQuickVault, lock, saveOne, unlock } from './steps/vault';

/** Its form says 7 days. */
const ENDING = { kind: 'github/classic', name: 'ending' };
const RENEW = `Regenerate ${ENDING.name} on github.com`;
const SAID = `1 token ends within ${ENDS_WITHIN} days`;

/** Waits for what the toolbar says. `own`: a tab that shows a page of the extension. */
async function toolbarSays(own: Tab, title: string, badge: string): Promise<void> {
  await until(`the toolbar to say "${title}"`, async () => {
    const drawn = await own.run<[string, string]>(
      'Promise.all([chrome.action.getTitle({}), chrome.action.getBadgeText({})])',
    );
    return drawn[0] === title && drawn[1] === badge;
  });
}

const hrefOf = (tab: Tab, label: string) =>
  tab.run<string>(`document.querySelector('[aria-label="${label}"]').href`);

/** Notes from now on which notifications come: headless Firefox closes them at once. */
const WATCH = `window.came = []; chrome.notifications.onClosed.addListener((id) => came.push(id)); null`;
const CAME = `chrome.notifications.getAll().then((all) => [...came, ...Object.keys(all)])`;

describe('a token that ends in 7 days', () => {
  let own: Tab;
  const at = stage(async ({ browser }) => {
    await browser.allowOptional('notifications');
    await createQuickVault(browser);
    await saveOne(browser, 'zenodo/personal', 'endless');
    // A page of ours that shows no list of what ends.
    own = await browser.openOwn('practice');
  });

  test('is told by the toolbar and in a notification, a moment after it was saved', async () => {
    await toolbarSays(own, 'SeenOnce', '');
    await own.run(WATCH);
    await saveOne(at.browser, ENDING.kind, ENDING.name);
    await toolbarSays(own, `SeenOnce: ${SAID}`, '1');
    await until('the notification', async () => (await own.run<string[]>(CAME)).includes('ending'));
  });

  test('is told while locked too', async () => {
    await lock(at.browser);
    await toolbarSays(own, `SeenOnce, locked: ${SAID}`, '1');
    const options = await at.browser.openOwn('options');
    await options.says('What ends when is in the vault, which is locked.');
    expect(await options.count('link', RENEW)).toBe(0);
    await options.close();
    await toolbarSays(own, `SeenOnce, locked: ${SAID}`, '1');
  });

  test('is listed with the way to regenerate it, where the popup leads; then the number goes', async () => {
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    await popup.says(SAID);
    await popup.click('link', 'Show which');
    const page = await at.browser.tabAt('options.html#ending');
    await page.shows('link', RENEW);
    expect(await hrefOf(page, RENEW)).toMatch(/^https:\/\/github\.com\/settings\/tokens\/\d+\/regenerate$/);
    await page.says(`Within ${ENDS_WITHIN} days`);
    expect(await page.count('link', 'Manage endless on sandbox.zenodo.org'), 'the control').toBe(0);
    await page.front();
    await toolbarSays(own, 'SeenOnce', '');
    await page.close();
    await popup.front();
    await until('the note to go', async () => (await popup.count('link', 'Show which')) === 0);
    await popup.close();
  });

  test('is not told again by a background that was stopped', async () => {
    await at.browser.stopBackground();
    const popup = await at.browser.openOwn('popup');
    await popup.shows('searchbox', 'Search tokens');
    // It looks a second after its start.
    await silence();
    await toolbarSays(own, 'SeenOnce', '');
    await popup.close();
  });

  test('the switch for notifications is the permission: it is given back, and asked for again', async () => {
    const options = await at.browser.openOwn('options');
    const granted = () =>
      options.run<boolean>(`chrome.permissions.contains({ permissions: ['notifications'] })`);
    await options.shows('link', RENEW);
    await until('the switch to be on', () => options.isOn('Notifications'));
    await options.click('checkbox', 'Notifications');
    await until('the permission to be given back', async () => !(await granted()));
    await at.browser.answersQuestions(options, 'refuse');
    await options.click('checkbox', 'Notifications');
    await options.says('The browser does not allow it.');
    expect(await options.isOn('Notifications')).toBe(false);
    await options.close();
  });
});

describe('the days on which tokens end', () => {
  let day: string;
  const at = stage(async ({ browser }) => {
    await createQuickVault(browser);
    await saveOne(browser, ENDING.kind, ENDING.name);
    const own = await browser.openOwn('practice');
    await toolbarSays(own, `SeenOnce: ${SAID}`, '1');
    const { tokens } = await ask(own, 'ui:ending', { days: 90 });
    const expires = tokens[0]?.expires;
    if (!expires || expires === 'never') throw new Error('The token has no end.');
    day = expires.at.slice(0, '2026-12-03'.length);
  });

  const inClear = () => holding(ownFiles(filesBelow(at.browser.profile)), day);

  test('are not on the disk, and nothing is told after a restart before the unlock', async () => {
    let found: readonly string[] = ['not looked'];
    await at.browser.restart(() => {
      found = inClear();
    });
    expect(found).toEqual([]);
    const own = await at.browser.openOwn('practice');
    await toolbarSays(own, 'SeenOnce, locked', '');
    await own.close();
  });

  test('are there in clear where the user chose so, and told before the unlock', async () => {
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    await toolbarSays(popup, `SeenOnce: ${SAID}`, '1');
    await ask(popup, 'ui:set-settings', { daysInClear: true });
    let found: readonly string[] = [];
    await at.browser.restart(() => {
      found = inClear();
    });
    expect(found.length).toBeGreaterThan(0);
    const own = await at.browser.openOwn('practice');
    await toolbarSays(own, `SeenOnce, locked: ${SAID}`, '1');
  });
});
