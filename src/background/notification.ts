/**
 * Notifications of the system, where the user allowed them with the switch on the options page. Their
 * words name tokens as the last unlock left them in memory, and never say a value.
 */
import browser from '../browser';
import type { Reminder } from '../tokens/ending';
import { withinOf } from '../tokens/ending';
import { expiryWords } from '../tokens/expiry';
import { endWords } from '../text/ending';
import { counted, text } from '../text/text';
import type { End } from './ends';
import { openPage } from './pages';

/** One at a time: the next takes the place of one that nobody has clicked. */
const ID = 'ending';
/** As many as are named. */
const NAMED = 3;

let followed = false;

/** The browser has the interface only once the permission was granted. */
export function followNotifications(): void {
  // Its type says that it is always there.
  const { notifications } = browser as Partial<typeof browser>;
  if (followed || !notifications) return;
  followed = true;
  notifications.onClicked.addListener((id) => {
    if (id !== ID) return;
    void notifications.clear(ID);
    void openPage('ending');
  });
}

/** Says all reminders of this moment in one notification. Without the permission the badge has to do. */
export async function notify(reminders: readonly Reminder<End>[], now: Date): Promise<void> {
  try {
    if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
    const iconUrl = browser.runtime.getURL('icons/128.png');
    await browser.notifications.create(ID, {
      type: 'basic',
      iconUrl,
      ...notificationWords(reminders, now),
    });
  } catch {
    // The system shows none: the badge is there all the same.
  }
}

/** @param reminders at least one, the nearest end first */
function notificationWords(reminders: readonly Reminder<End>[], now: Date) {
  const count = reminders.reduce((sum, { token }) => sum + token.count, 0);
  const within = withinOf(reminders) ?? 1;
  const named = reminders.slice(0, NAMED).map(({ token }) => endLine(token, now));
  const left = count - reminders.slice(0, NAMED).reduce((sum, { token }) => sum + token.count, 0);
  const lines = left > 0 ? [...named, counted('ending_more', left)] : named;
  return { title: endWords({ count, within }), message: lines.join('\n') };
}

/** "uploads-2026, zenodo.org: in 5 days"; of a day alone "3 Dec 2026". */
function endLine({ name, host, expires, count }: End, now: Date): string {
  const { words, date } = expiryWords(expires, now);
  if (host === null) return counted('ending_on', count, { date: date ?? words });
  const place = name === null ? host : text('ending_place', { name, host });
  return text('ending_line', { place, when: words });
}
