/** Words for an expiry, relative to a given moment. Dates are the reader's own calendar days. */
import type { Expiry } from '../providers/provider';
import { DAY, DAY_OF_YEAR, dated, inDays } from '../text/dates';
import { text } from '../text/text';

/** From this many days before the end an expiry is "soon". */
export const SOON_DAYS = 14;

export type ExpiryWords = {
  /** "never", "not stated", "today", "in 5 days", "12 Jan 2027", "expired 3 Nov". */
  readonly words: string;
  /** The whole date, "28 Nov 2026", or `null` if there is none. */
  readonly date: string | null;
  readonly state: 'never' | 'not-stated' | 'later' | 'soon' | 'past';
};

const DAY_MS = 86_400_000;

/** A date alone (`2027-01-31`) is that calendar day here, not midnight in Greenwich. */
export function moment(at: string): Date {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(at);
  return day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : new Date(at);
}

/** Calendar days from `now` to `then`; negative if it is past. Rounded, because some days have 23 hours. */
export function daysUntil(then: Date, now: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(then) - midnight(now)) / DAY_MS);
}

/** "28 Nov", with the year where it is another than now. */
export function shortDay(at: string, now: Date): string {
  const then = moment(at);
  return dated(then, then.getFullYear() === now.getFullYear() ? DAY_OF_YEAR : DAY);
}

/**
 * @param expires what the page said; a bare date lasts until that day is over
 * @param now the moment to compare with
 */
export function expiryWords(expires: Expiry, now: Date): ExpiryWords {
  if (expires === 'never') return { words: text('expires_never'), date: null, state: 'never' };
  if (expires === null) return { words: text('expires_not_stated'), date: null, state: 'not-stated' };
  const then = moment(expires.at);
  // What a page said in a form that no calendar knows is shown as it stands.
  if (Number.isNaN(then.getTime())) return { words: expires.at, date: null, state: 'later' };
  const date = dated(then, DAY);
  const days = daysUntil(then, now);
  const hasTime = expires.at.includes('T');
  if (days < 0 || (hasTime && then <= now)) {
    return { words: text('expired_on', { date: shortDay(expires.at, now) }), date, state: 'past' };
  }
  if (days <= SOON_DAYS) return { words: inDays(days), date, state: 'soon' };
  return { words: date, date, state: 'later' };
}
