/** What ends soon, in which group it stands, and which reminder is due. Days are the reader's own calendar days. */
import type { Expiry } from '../providers/provider';
import { daysUntil, moment, SOON_DAYS } from './expiry';
import type { Token } from './token';

/** Days ahead on which a reminder is given, once each. The last one is also for the day itself. */
export const THRESHOLDS = [14, 7, 1] as const;
export type Threshold = (typeof THRESHOLDS)[number];

/** From this many days before its end, and until as many after it, a token is on the page "Ending soon". */
export const LISTED_DAYS = 90;

/** A token, as far as its end is concerned. */
export type Endable = Pick<Token, 'expires'> & { readonly replaced?: boolean };

export type End = {
  /** Calendar days from now; 0 is today, negative is past. */
  readonly days: number;
  /** An instant ends within its day, a date alone with it. */
  readonly ended: boolean;
};

/** When something ends, or `null`: never, not stated, or in a form that no calendar knows. */
export function endOf(expires: Expiry, now: Date): End | null {
  if (expires === null || expires === 'never') return null;
  const then = moment(expires.at);
  if (Number.isNaN(then.getTime())) return null;
  const days = daysUntil(then, now);
  return { days, ended: days < 0 || (expires.at.includes('T') && then <= now) };
}

/** The end that is still to come and still matters: the site made a replaced token's value void already. */
function endAhead({ expires, replaced }: Endable, now: Date): number | null {
  const end = replaced === true ? null : endOf(expires, now);
  return end && !end.ended ? end.days : null;
}

/** Ends within 14 days, and has not ended. */
export function isEndingSoon(token: Endable, now: Date): boolean {
  const days = endAhead(token, now);
  return days !== null && days <= SOON_DAYS;
}

export const GROUPS = ['ended', 'week', 'fortnight', 'later'] as const;
export type Group = (typeof GROUPS)[number];

/** Where it stands on the page "Ending soon"; `null`: not there. */
export function groupOf(token: Endable, now: Date): Group | null {
  const end = token.replaced === true ? null : endOf(token.expires, now);
  if (!end || Math.abs(end.days) > LISTED_DAYS) return null;
  if (end.ended) return 'ended';
  if (end.days <= 7) return 'week';
  return end.days <= SOON_DAYS ? 'fortnight' : 'later';
}

/** The narrowest threshold that so many days are within, or `null`. */
export function thresholdOf(days: number): Threshold | null {
  return THRESHOLDS.findLast((threshold) => days <= threshold) ?? null;
}

/** The narrowest reminder that was given for an end, by the token's id. Another end (`at`) is reminded of anew. */
export type Given = Readonly<Record<string, { readonly at: string; readonly threshold: number }>>;

export type Reminder<T extends Endable> = {
  readonly token: T;
  readonly days: number;
  readonly threshold: Threshold;
};

/**
 * The reminders that are due now, the nearest end first. One threshold each: those that were missed
 * because no browser ran are not made up for. What was given for a narrower threshold stays given, so a
 * clock that is set back repeats nothing.
 */
export function dueReminders<T extends Endable & { readonly id: string }>(
  tokens: readonly T[],
  given: Given,
  now: Date,
): readonly Reminder<T>[] {
  const due = tokens.flatMap((token) => {
    const days = endAhead(token, now);
    const threshold = days === null ? null : thresholdOf(days);
    if (days === null || threshold === null) return [];
    const last = given[token.id];
    const done = last !== undefined && last.at === atOf(token.expires) && last.threshold <= threshold;
    return done ? [] : [{ token, days, threshold }];
  });
  return due.toSorted((a, b) => a.days - b.days);
}

const atOf = (expires: Expiry): string | null =>
  expires === null || expires === 'never' ? null : expires.at;

/** `given` with these reminders in it, and without the tokens that are gone. */
export function givenAfter<T extends Endable & { readonly id: string }>(
  given: Given,
  reminders: readonly Reminder<T>[],
  tokens: readonly { readonly id: string }[],
): Given {
  const ids = new Set(tokens.map(({ id }) => id));
  const kept = Object.entries(given).filter(([id]) => ids.has(id));
  const added = reminders.flatMap(({ token, threshold }) => {
    const at = atOf(token.expires);
    return at === null ? [] : [[token.id, { at, threshold }] as const];
  });
  return Object.fromEntries([...kept, ...added]);
}
