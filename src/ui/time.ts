/** Moments in words. `now` is always given, so that tests have a fixed clock. */
import { CLOCK, DAY, dated, LONG_DAY } from '../text/dates';
import { counted, text } from '../text/text';

export { grouped } from '../text/dates';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const STALE_MS = 5_000;
const DAY_MS = 24 * HOUR_MS;

/** "just now", "2 min ago", "3 h ago", then the date. `at` is an ISO 8601 instant. */
export function ago(at: string, now: Date): string {
  const passed = now.getTime() - Date.parse(at);
  if (passed < MINUTE_MS) return text('ago_now');
  if (passed < HOUR_MS) return counted('ago_minutes', Math.floor(passed / MINUTE_MS));
  if (passed < DAY_MS) return counted('ago_hours', Math.floor(passed / HOUR_MS));
  return day(at);
}

/** "29 Oct 2026". */
export const day = (at: string): string => dated(new Date(at), DAY);

/** "29 October 2026". */
export const longDay = (at: string): string => dated(new Date(at), LONG_DAY);

/** "Locks in 9 min"; `null` as in `Status.locksAt`: the vault stays open as long as the browser. */
export function locksWhen(locksAt: string | null, now: Date): string {
  if (locksAt === null) return text('locks_with_browser');
  // `now` may be a few seconds old: ten minutes are not to be called eleven.
  const left = Math.ceil((Date.parse(locksAt) - now.getTime() - STALE_MS) / MINUTE_MS);
  return left <= 1 ? text('locks_in_a_minute') : counted('locks_in', left);
}

/** "Locked 12:31", with the date if that was another day; "Locked" if it was before the browser started. */
export function lockedWhen(lockedAt: string | null, now: Date): string {
  if (lockedAt === null) return text('locked');
  const then = new Date(lockedAt);
  const today = then.toDateString() === now.toDateString();
  return text('locked_at', { when: dated(then, today ? CLOCK : DAY) });
}

/** "1 token", "8 tokens". */
export const tokenCount = (count: number): string => counted('tokens', count);
