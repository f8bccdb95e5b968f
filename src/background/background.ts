/**
 * The background's table of contents: which event leads where. A service worker in Chromium, an event
 * page in Firefox; both stop at any time, so listeners are registered at once and nothing but caches
 * lives in variables.
 */
import browser from '../browser';
import { receiver, type RawSender } from '../messages/receive';
import { accessChanged } from './access';
import { pageAnswers, uiAnswers } from './answers';
import { BY_HAND_COMMAND, makeMenu, takeByHand } from './by-hand';
import { changing } from './changing';
import { clearWhenDue, CLIPBOARD_ALARM } from './clipboard';
import { sweepUndo } from './deleting';
import { sweep, tabGone } from './held';
import { injectIntoOpenTabs } from './install';
import { openPage } from './pages';
import { followNotifications } from './notification';
import { reconcile } from './reconcile';
import { remind, REMIND_ALARM, setRemindAlarm } from './reminders';
import { screenChanged, watchScreen } from './screen';
import { restoreServers } from './servers';
import { identity, lock, LOCK_ALARM } from './unlock';
import { goOnAfterUnlock } from './unlocked';
import { goOnChecking } from './verify';
import { updateAvailable, updateOrWait } from './updating';

const SWEEP_ALARM = 'sweep';
const LOCK_COMMAND = 'lock';

const receive = receiver({
  self: { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).href.replace(/\/$/, '') },
  page: pageAnswers,
  ui: uiAnswers,
});

browser.runtime.onMessage.addListener((message: unknown, sender: RawSender) => receive(message, sender));

browser.runtime.onInstalled.addListener(({ reason }) => {
  void injectIntoOpenTabs();
  void makeMenu();
  if (reason === 'install') void openPage('welcome');
});

browser.contextMenus.onClicked.addListener(
  ({ frameId, selectionText }, tab) => void takeByHand(tab, { frameId, selectionText }),
);

browser.commands.onCommand.addListener(
  (command: string, tab?: { id?: number; url?: string; incognito?: boolean }) => {
    if (command === BY_HAND_COMMAND) void takeByHand(tab);
    if (command === LOCK_COMMAND) void changing(lock);
  },
);

browser.permissions.onAdded.addListener(({ origins }) => {
  follow();
  followNotifications();
  // A host that is granted later is not injected into its open pages by either browser.
  void injectIntoOpenTabs(origins ?? []);
  // Locked meanwhile, or its token is gone: then nobody waits for it.
  goOnChecking().catch(() => undefined);
});

browser.permissions.onRemoved.addListener(follow);

browser.runtime.onUpdateAvailable.addListener(() => void changing(updateAvailable));

browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === LOCK_ALARM) void changing(async () => void (await identity()));
  if (name === SWEEP_ALARM) void changing(sweepAndUpdate);
  if (name === CLIPBOARD_ALARM || name === SWEEP_ALARM) void clearWhenDue();
  if (name === REMIND_ALARM) void remind().then(() => setRemindAlarm());
});

browser.tabs.onRemoved.addListener((tabId) => void changing(() => tabGone(tabId)));

browser.idle.onStateChanged.addListener((state) => void screenChanged(state));

// Nobody may ask anything for a while after a start: it is this listener that makes the browser start us.
browser.runtime.onStartup.addListener(() => undefined);

/** The toolbar says what the browser withholds. */
function follow(): void {
  accessChanged();
  void changing(async () => undefined);
}

async function sweepAndUpdate(): Promise<void> {
  await sweep();
  await sweepUndo();
  await updateOrWait();
}

watchScreen();
followNotifications();
void setRemindAlarm();
void browser.alarms.create(SWEEP_ALARM, { periodInMinutes: 1 });
void changing(reconcile);
void clearWhenDue();
// Registrations outlive a restart, as the browser promises; where they do not, a page that is restored waits for them.
void restoreServers();
// What can wait a second does not stand between a stopped worker and its first answer.
setTimeout(() => void changing(tidy), 1_000);

/** Deletes what was held too long, and locks if the deadline passed while no worker ran. */
async function tidy(): Promise<void> {
  await sweepAndUpdate();
  await identity();
  void remind();
  void goOnAfterUnlock();
}
