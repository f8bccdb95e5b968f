/** Moments in words. `now` is always given, so that tests have a fixed clock. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const STALE_MS = 5_000;
const DAY_MS = 24 * HOUR_MS;
const LOCALE = 'en-GB';

const dayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' });
const longDayFormat = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric' });
const countFormat = new Intl.NumberFormat(LOCALE);
const clockFormat = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });

/** "just now", "2 min ago", "3 h ago", then the date. `at` is an ISO 8601 instant. */
export function ago(at: string, now: Date): string {
  const passed = now.getTime() - Date.parse(at);
  if (passed < MINUTE_MS) return 'just now';
  if (passed < HOUR_MS) return `${Math.floor(passed / MINUTE_MS)} min ago`;
  if (passed < DAY_MS) return `${Math.floor(passed / HOUR_MS)} h ago`;
  return day(at);
}

/** "29 Oct 2026". */
export function day(at: string): string {
  return dayFormat.format(new Date(at));
}

/** "29 October 2026". */
export function longDay(at: string): string {
  return longDayFormat.format(new Date(at));
}

/** "Locks in 9 min"; `null` as in `Status.locksAt`: the vault stays open as long as the browser. */
export function locksWhen(locksAt: string | null, now: Date): string {
  if (locksAt === null) return 'Locks with the browser';
  // `now` may be a few seconds old: ten minutes are not to be called eleven.
  const left = Math.ceil((Date.parse(locksAt) - now.getTime() - STALE_MS) / MINUTE_MS);
  return left <= 1 ? 'Locks in a minute' : `Locks in ${left} min`;
}

/** "Locked 12:31", with the date if that was another day; "Locked" if it was before the browser started. */
export function lockedWhen(lockedAt: string | null, now: Date): string {
  if (lockedAt === null) return 'Locked';
  const then = new Date(lockedAt);
  const today = then.toDateString() === now.toDateString();
  return `Locked ${today ? clockFormat.format(then) : dayFormat.format(then)}`;
}

/** "1 token", "8 tokens". */
export function tokenCount(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'token' : 'tokens'}`;
}

/** "1,200". */
export function grouped(count: number): string {
  return countFormat.format(count);
}
