/** The extension is updated while a token is on the screen or held. */
import { describe, expect, test } from 'vitest';
import { until, type Tab } from '../support/driver';
import { afterSilence } from '../support/silence';
import { createOnOsf, DISPLAYS, displayOf } from './steps/displays';
import { stage, inBrowser } from './stage';
import { copied, createQuickVault, fillCreateForm, secretOf, unlock } from './steps/vault';

/** How a token is called whose name nobody knows while the vault is locked. */
const NAMELESS = 'Personal access token';

/** How many prompts stand in the page: popovers that are children of its root or of a dialog, and empty. */
const HOSTS = ':is(html, dialog) > div[popover]:empty';
const PROMPTS = `document.querySelectorAll('${HOSTS}').length`;

const alarms = (own: Tab) =>
  own.run<string[]>('chrome.alarms.getAll().then((all) => all.map(({ name }) => name))');

const HAS_RUNG = `chrome.alarms.get('sweep').then((alarm) => !alarm || alarm.periodInMinutes !== undefined)`;

/** What is in the extension's memory, by the beginning of its keys. */
const remembered = (own: Tab, prefix: string) =>
  own.run<string[]>(
    `chrome.storage.session.get(null).then((all) => Object.keys(all).filter((key) => key.startsWith('${prefix}')))`,
  );

/** What a prompt does whose extension is gone: Firefox ends its script without a word. */
const ORPHAN = inBrowser({ chromium: 'says so', firefox: 'goes' });

describe('the extension is updated', () => {
  const at = stage(undefined, { each: true });

  /** Updates; afterwards the new version's prompt stands in the page in the old one's place. */
  async function updateUnder(page: Tab): Promise<void> {
    await page.run(`document.querySelector('${HOSTS}').id = 'of-before'`);
    await at.browser.update();
    await page.front();
    await until('the old prompt to go', () =>
      page.run<boolean>(`document.getElementById('of-before') === null`),
    );
    await page.prompt.ready('Save token');
  }

  /** Only the new version's prompt is there, and its button works. */
  async function savedByTheNewOne(page: Tab): Promise<void> {
    expect(await page.run(PROMPTS)).toBe(1);
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    expect(await page.run(PROMPTS)).toBe(1);
  }

  test.each(DISPLAYS)('$title: a token on the screen is offered again, once', async ({ kind, make }) => {
    await createQuickVault(at.browser);
    const page = await make(at.browser, `updated ${kind}`);
    await page.prompt.ready('Save token');
    await updateUnder(page);
    await savedByTheNewOne(page);
    const popup = await at.browser.openOwn('popup');
    await unlock(popup);
    expect(await copied(popup, `updated ${kind}`)).toBe(secretOf(at.sites, `updated ${kind}`));
    expect(await popup.count('button', `Save ${NAMELESS}`), 'the one of before the update').toBe(0);
  });

  test('a token on the screen is listed twice while the vault is locked, and once when it is open', async () => {
    await createQuickVault(at.browser);
    const page = await displayOf('osf/personal').make(at.browser, 'twice');
    await page.prompt.ready('Save token');
    await updateUnder(page);
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', 'Save twice');
    expect(await popup.count('button', `Save ${NAMELESS}`), 'the control').toBe(1);
    await unlock(popup);
    await popup.shows('button', 'Save twice');
    await until('the other to go', async () => (await popup.count('button', `Save ${NAMELESS}`)) === 0);
    expect(await popup.count('button', 'Save twice')).toBe(1);
  });

  test('a token saved before is offered again while the vault is locked, and said to be saved when it is open', async () => {
    await createQuickVault(at.browser);
    const page = await displayOf('zenodo/personal').make(at.browser, 'saved before');
    await page.prompt.click('Save token');
    await page.prompt.announces('Saved');
    await at.browser.update();
    await page.front();
    await page.prompt.ready('Save token');
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', 'Save saved before');
    await unlock(popup);
    await until('it to wait no more', async () => (await popup.count('button', 'Save saved before')) === 0);
    expect(await copied(popup, 'saved before')).toBe(secretOf(at.sites, 'saved before'));
    await page.front();
    await page.prompt.announces('Saved');
  });

  test('a held token of a closed tab is listed still, and Save works, locked', async () => {
    await createQuickVault(at.browser);
    const page = await displayOf('zenodo/personal').make(at.browser, 'held over');
    await page.prompt.says('held over');
    await page.close();
    await at.browser.update();
    const popup = await at.browser.openOwn('popup');
    await popup.shows('list', 'Not saved yet');
    await popup.click('button', `Save ${NAMELESS}`);
    await until('it to be saved', async () => (await popup.count('button', `Save ${NAMELESS}`)) === 0);
    await unlock(popup);
    expect(await copied(popup, 'held over')).toBe(secretOf(at.sites, 'held over'));
  });

  test('a held token of a closed tab has its name back when the vault is unlocked', async () => {
    await createQuickVault(at.browser);
    const page = await displayOf('github/classic').make(at.browser, 'named again');
    await page.prompt.says('named again');
    await page.close();
    await at.browser.update();
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', `Save ${NAMELESS}`);
    await unlock(popup);
    await popup.click('button', 'Save named again');
    expect(await copied(popup, 'named again')).toBe(secretOf(at.sites, 'named again'));
  });

  test('ten minutes after the update a held token that nobody asked for is gone', async () => {
    await createQuickVault(at.browser);
    const page = await displayOf('speckle/personal').make(at.browser, 'given up');
    await page.prompt.says('given up');
    await page.close();
    await at.browser.update();
    const popup = await at.browser.openOwn('popup');
    await popup.shows('button', `Save ${NAMELESS}`);
    const [nameless] = await remembered(popup, 'orphan:');
    const sweep = `chrome.alarms.create('sweep', { when: Date.now() })`;
    // The background reads its memory when it starts.
    const found = async (minutes: number) => {
      await popup.run(`chrome.storage.session.set({ '${nameless}': Date.now() - ${minutes} * 60_000 })`);
      await at.browser.stopBackground();
      await popup.run(sweep);
    };
    await found(9);
    // The background that it wakes up sets its own again, which comes back each minute.
    await until('the alarm to have rung', () => popup.run<boolean>(HAS_RUNG));
    await popup.reload();
    await popup.shows('button', `Save ${NAMELESS}`);
    await found(11);
    await until('it to be gone', async () => {
      // A background that something else wakes up first sets its own alarm in the place of this one.
      await popup.run(sweep);
      await popup.reload();
      await popup.shows('button', 'Unlock');
      return (await popup.count('button', `Save ${NAMELESS}`)) === 0;
    });
  });

  test('without a vault, a forced reload: what is on the screen is offered again and saved', async () => {
    const page = await displayOf('github/fine-grained').make(at.browser, 'forced');
    await page.prompt.says('Held in memory');
    await updateUnder(page);
    const own = await at.browser.openOwn('bare');
    await page.front();
    expect(await page.run(PROMPTS)).toBe(1);
    expect(await remembered(own, 'held:')).toHaveLength(1);
    await page.prompt.click('Save token');
    const welcome = await at.browser.tabAt('welcome.html#save');
    await fillCreateForm(welcome);
    await welcome.click('button', 'Create vault');
    await welcome.says('Saved');
    const popup = await at.browser.openOwn('popup');
    expect(await copied(popup, 'forced')).toBe(secretOf(at.sites, 'forced'));
  });

  test(`switched off with a token on the screen, the prompt ${ORPHAN}; without one it goes`, async () => {
    await createQuickVault(at.browser);
    const shown = await displayOf('osf/personal').make(at.browser, 'still shown');
    await shown.prompt.ready('Save token');
    const closed = await displayOf('osf/personal').make(at.browser, 'closed before');
    await closed.prompt.ready('Save token');
    await closed.click('button', 'Close');
    await until('the display to close', async () => (await closed.count('button', 'Close')) === 0);
    await closed.prompt.ready('Save token');
    await at.browser.switchOff();
    await closed.prompt.isGone();
    await shown.front();
    if (ORPHAN === 'says so')
      expect(await shown.prompt.says('updated or removed')).toContain('copy it by hand');
    else await shown.prompt.isGone();
  });

  test(`switched off before there was a token, the first one's prompt ${ORPHAN}`, async () => {
    await createQuickVault(at.browser);
    const page = await at.browser.open('https://osf.io/settings/tokens');
    await at.browser.switchOff();
    await page.front();
    await createOnOsf(page, 'first');
    if (ORPHAN === 'says so')
      expect(await page.prompt.says('updated or removed')).toContain('copy it by hand');
    // Where the browser ended the script, none ever comes.
    else expect(await afterSilence(page)).toBeNull();
  });

  test('alarms that the update wiped are set again', async () => {
    await createQuickVault(at.browser);
    const own = await at.browser.openOwn('bare');
    await own.run('chrome.alarms.clearAll()');
    expect(await alarms(own), 'the control').toEqual([]);
    await at.browser.update();
    const after = await at.browser.openOwn('options');
    await until('the alarm', async () => (await alarms(after)).includes('sweep'));
  });
});
