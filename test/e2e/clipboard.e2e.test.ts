/** What was copied is cleared after its time, and nothing else where that can be known. */
import { setTimeout as later } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Settings } from '../../src/messages/protocol';
import { allListed, ask } from '../support/ask';
import { until, type Tab } from '../support/driver';
import { inBrowser, stage } from './stage';
import { createQuickVault, saveOne, secretOf, unlock } from './steps/vault';
import { closeWelcome } from './steps/welcome';

const NAME = 'copied once';
const COUNTDOWN = 'Clears in';
/** The shortest that the options page offers, s. */
const SHORTEST = 15;
/** Nobody of ours is there, so that reading the clipboard there does not start the background. */
const ELSEWHERE = 'https://git.example.edu/';
/** What the popup leaves behind when it closes, ms. */
const CLOSING_MS = 500;
/** Longer than any alarm or timer is late here, ms. */
const OVER_MS = (SHORTEST + 4) * 1_000;
/** A clipboard that is not cleared on time is cleared by the alarm of every minute: that would be too late, ms. */
const LATEST_MS = (SHORTEST + 12) * 1_000;

describe('the clipboard', () => {
  /** A page of somebody else's, on which the user pastes. */
  let page: Tab;
  const at = stage(async ({ browser }) => {
    await createQuickVault(browser);
    await saveOne(browser, 'github/classic', NAME);
    page = await browser.open(ELSEWHERE);
    // A page of ours asks the background every two seconds, and would start it again. Firefox's profile had it before.
    await inBrowser({ chromium: closeWelcome, firefox: async () => undefined })(browser);
  });

  const clipboard = () => page.clipboard();
  const isThere = (text: string) => until(`"${text}"`, async () => (await clipboard()) === text);
  const isEmpty = (ms?: number) => until('an empty clipboard', async () => (await clipboard()) === '', ms);
  const set = async (change: Partial<Settings>) => {
    const own = await at.browser.openOwn('bare');
    await ask(own, 'ui:set-settings', change);
    await own.close();
  };
  /** Copies the token in the popup, which stays open. */
  const copy = async (): Promise<Tab> => {
    const popup = await at.browser.openOwn('popup');
    if ((await ask(popup, 'ui:status', null)).vault === 'locked') await unlock(popup);
    await popup.click('button', `Copy ${NAME}`);
    await popup.says('Copied.');
    await isThere(secretOf(at.sites, NAME));
    await popup.front();
    return popup;
  };
  /** What the user copies elsewhere. */
  const copyElsewhere = async (tab: Tab, text: string) => {
    await tab.front();
    await tab.run(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    await isThere(text);
    await tab.front();
  };
  /** No page of ours is open any more, and the background does not run. */
  const leave = async (popup: Tab) => {
    await popup.close();
    await later(CLOSING_MS);
    await at.browser.stopBackground();
  };

  test('a token that is only looked at is no copy: nothing is cleared after it', async () => {
    const popup = await at.browser.openOwn('popup');
    const [token] = await allListed(popup);
    expect(await ask(popup, 'ui:reveal', { id: token?.id ?? '' })).toBe(secretOf(at.sites, NAME));
    expect((await ask(popup, 'ui:status', null)).clipboard).toMatchObject({ clearsAt: null, untold: [] });
    await popup.close();
  });

  test('after the first copy it is said once that it may remove something else, and that a history may keep it', async () => {
    const popup = await copy();
    await popup.says('Clearing may remove something else that you copied meanwhile.');
    await popup.click('button', 'OK');
    await popup.says('A clipboard history, if your system keeps one, may still have what you copied.');
    await popup.click('button', 'OK');
    await until('the notes to go', async () => (await popup.count('button', 'OK')) === 0);
    await popup.close();
    const again = await copy();
    await again.says(COUNTDOWN);
    expect(await again.count('button', 'OK')).toBe(0);
    await again.close();
  });

  test('the popup counts down, also when it is opened again; "Clear now" clears now', async () => {
    await (await copy()).close();
    const popup = await at.browser.openOwn('popup');
    await popup.says(COUNTDOWN);
    await popup.click('button', 'Clear now');
    await popup.says('Clipboard cleared.');
    await isEmpty();
    await popup.front();
    expect(await popup.count('button', 'Clear now')).toBe(0);
    await popup.close();
  });

  test('it is set on the options page', async () => {
    const options = await at.browser.openOwn('options');
    await options.choose('Clear the clipboard', `After ${SHORTEST} seconds`);
    await until('the setting', async () => {
      return (await ask(options, 'ui:settings', null)).clearClipboard === SHORTEST;
    });
    await at.browser.answersQuestions(options, 'refuse');
    await options.click('checkbox', 'Compare before clearing');
    await options.says('It was not allowed.');
    expect(await options.isOn('Compare before clearing')).toBe(false);
    await options.close();
  });

  test('what was copied is gone after its time: the popup closed, the vault locked, the background stopped', async () => {
    const popup = await copy();
    const copied = Date.now();
    await popup.click('button', 'Lock');
    await popup.shows('button', 'Unlock');
    await popup.says(COUNTDOWN);
    await leave(popup);
    await isEmpty(LATEST_MS);
    expect(Date.now() - copied, 'not before its time').toBeGreaterThan((SHORTEST - 3) * 1_000);
  });

  test('the control: without its alarm it stays until the background starts again', async () => {
    const popup = await copy();
    await popup.run('chrome.alarms.clearAll()');
    await leave(popup);
    await later(OVER_MS);
    expect(await clipboard()).toBe(secretOf(at.sites, NAME));
    await (await at.browser.openOwn('popup')).close();
    await isEmpty();
  });

  test('the popup that stays open says that it is cleared', async () => {
    const open = await copy();
    await until(
      'the end of its time',
      async () => (await open.count('button', 'Clear now')) === 0,
      LATEST_MS,
    );
    await open.says('Clipboard cleared.');
    await isEmpty();
    await open.close();
  });

  test('the control: with "Never" it stays, and that is said', async () => {
    await set({ clearClipboard: null });
    const popup = await copy();
    await popup.says('It stays in the clipboard until you copy something else.');
    expect(await popup.count('button', 'Clear now')).toBe(0);
    await leave(popup);
    await later(OVER_MS);
    expect(await clipboard()).toBe(secretOf(at.sites, NAME));
    await set({ clearClipboard: SHORTEST });
  });

  test('the control: where the clipboard may not be read, something else goes with it', async () => {
    const popup = await copy();
    await copyElsewhere(popup, 'something else');
    await popup.click('button', 'Clear now');
    await popup.says('Clipboard cleared.');
    await isEmpty();
    await popup.close();
  });

  test('where it may be read, something else stays, and the token goes', async () => {
    await at.browser.allowOptional('clipboardRead');
    const options = await at.browser.openOwn('options');
    if (!(await options.isOn('Compare before clearing')))
      await options.click('checkbox', 'Compare before clearing');
    await until('the switch', () => options.isOn('Compare before clearing'));
    await options.close();
    const popup = await copy();
    await copyElsewhere(popup, 'something else');
    await popup.click('button', 'Clear now');
    await popup.says('Something else was in the clipboard by then. It is still there.');
    expect(await clipboard()).toBe('something else');
    await popup.close();

    const again = await copy();
    await again.click('button', 'Clear now');
    await again.says('Clipboard cleared.');
    await isEmpty();
    await again.close();
  });
});
