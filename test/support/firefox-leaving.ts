/** Leaving a page as a person does: the browser may ask first. */
import { until } from './driver';
import { hasArrived, markLeft } from './firefox-arrival';
import type { Window } from './firefox-window';

/**
 * Switches the question on or off: `(session, on?)`. Marionette says yes to it by itself, unless its session
 * is a bidirectional one (read in its source, ESR 153): while it is on, the session counts as one.
 */
const LET_ASK = `
  const { getWebDriverSessionById } = ChromeUtils.importESModule('chrome://remote/content/shared/webdriver/Session.sys.mjs');
  getWebDriverSessionById(arguments[0]).bidi = arguments[1];
  Services.prefs.setBoolPref('dom.disable_beforeunload', !arguments[1]);
`;

/** `(handle, 'reload' | 'close')`. Not waited for: the question would be waited for, too. */
const BEGIN = `
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const tab = gBrowser.tabs.find((each) => NavigableManager.getIdForBrowser(each.linkedBrowser) === arguments[0]);
  const how = arguments[1];
  setTimeout(() => how === 'close' ? gBrowser.removeTab(tab) : tab.linkedBrowser.reload());
`;

/** Runs a gesture in which the browser may ask. */
async function withQuestion<T>(window: Window, gesture: () => Promise<T>): Promise<T> {
  const { marionette } = window;
  await marionette.inBrowser(LET_ASK, marionette.session, true);
  try {
    return await gesture();
  } finally {
    await marionette.inBrowser(LET_ASK, marionette.session, false);
  }
}

const asks = (window: Window) =>
  window.marionette.inTurn(() =>
    window.marionette.command('WebDriver:GetAlertText').then(
      () => true,
      () => false,
    ),
  );

async function isClosed({ marionette, handle }: Window): Promise<boolean> {
  const handles = await marionette.inTurn(() => marionette.command<string[]>('WebDriver:GetWindowHandles'));
  return !handles.includes(handle);
}

/** Begins, and gives what tells whether it is done. */
async function begin(window: Window, how: 'reload' | 'close'): Promise<() => Promise<boolean>> {
  const left = await markLeft(window);
  await window.marionette.inBrowser(BEGIN, window.handle, how);
  return () => (how === 'close' ? isClosed(window) : hasArrived(window, left));
}

/** `true`: the browser asked first. */
export async function leave(window: Window, how: 'reload' | 'close'): Promise<boolean> {
  const asked = await withQuestion(window, async () => {
    const isLeft = await begin(window, how);
    const next = await until('the browser to ask, or not', async () => {
      if (await asks(window)) return 'asks';
      return (await isLeft()) ? 'left' : null;
    });
    if (next === 'left') return false;
    await window.marionette.inTurn(() => window.marionette.command('WebDriver:AcceptAlert'));
    await until('the page to be left', isLeft);
    return true;
  });
  if (how === 'close') window.closed();
  return asked;
}

/** Begins to close the tab, waits until the browser asks, and stays. */
export async function stay(window: Window): Promise<void> {
  await withQuestion(window, async () => {
    await begin(window, 'close');
    await until('the browser to ask', () => asks(window));
    await window.marionette.inTurn(() => window.marionette.command('WebDriver:DismissAlert'));
  });
}
