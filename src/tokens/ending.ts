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

/** Something with an end that is remembered by its id. */
type Reminded = Endable & { readonly id: string };

/** What was said of an end. Another end of the same token is reminded of anew. */
export type Said = {
  /** The beginning of the end's text. */
  readonly at: string;
  /** The narrowest threshold for which a reminder was given, and for which the user has seen it. */
  readonly threshold: number;
  readonly seen: number | null;
};

/** The reminders that were given, by the token's id. */
export type Given = Readonly<Record<string, Said>>;

export type Reminder<T extends Reminded> = {
  readonly token: T;
  readonly days: number;
  readonly threshold: Threshold;
};

/** As much of an end's text as tells it from another: a page may have told more than a date. */
const TOLD = 40; // characters

/** An end's text as it is remembered; `null`: there is no end. */
export function endText(expires: Expiry): string | null {
  return expires === null || expires === 'never' ? null : expires.at.slice(0, TOLD);
}

/** The calendar day of an end, `2026-12-03`, or `null`. */
export function dayOfEnd(expires: Expiry): string | null {
  const then = expires === null || expires === 'never' ? null : moment(expires.at);
  if (then === null || Number.isNaN(then.getTime())) return null;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${then.getFullYear()}-${two(then.getMonth() + 1)}-${two(then.getDate())}`;
}

/** What was said of the end that a token has now. */
export function saidOf({ id, expires }: Reminded, given: Given): Said | undefined {
  const said = given[id];
  return said?.at === endText(expires) ? said : undefined;
}

/** Those that are within a threshold, the nearest end first. */
function reached<T extends Reminded>(tokens: readonly T[], now: Date): readonly Reminder<T>[] {
  const reminders = tokens.flatMap((token) => {
    const days = endAhead(token, now);
    const threshold = days === null ? null : thresholdOf(days);
    return days === null || threshold === null ? [] : [{ token, days, threshold }];
  });
  return reminders.toSorted((a, b) => a.days - b.days);
}

/**
 * The reminders that are due now, the nearest end first. One threshold each: those that were missed
 * because no browser ran are not made up for. What was given for a narrower threshold stays given, so a
 * clock that is set back repeats nothing.
 */
export function dueReminders<T extends Reminded>(
  tokens: readonly T[],
  given: Given,
  now: Date,
): readonly Reminder<T>[] {
  return reached(tokens, now).filter(({ token, threshold }) => {
    const said = saidOf(token, given);
    return said === undefined || said.threshold > threshold;
  });
}

/** Those that were given and that the user has not seen yet, the nearest end first. */
export function unseenReminders<T extends Reminded>(
  tokens: readonly T[],
  given: Given,
  now: Date,
): readonly Reminder<T>[] {
  return reached(tokens, now).filter(({ token }) => {
    const said = saidOf(token, given);
    return said !== undefined && (said.seen === null || said.seen > said.threshold);
  });
}

/**
 * `given` with these reminders in it. Of a token that is gone it is kept until its end: a deletion can be
 * taken back, and is no reason to say the same again.
 */
export function givenAfter<T extends Reminded>(
  given: Given,
  reminders: readonly Reminder<T>[],
  tokens: readonly Reminded[],
  now: Date,
): Given {
  const ids = new Set(tokens.map(({ id }) => id));
  const kept = Object.entries(given).filter(
    ([id, { at }]) => ids.has(id) || endOf({ at }, now)?.ended === false,
  );
  const added = reminders.map(({ token, threshold }) => {
    const said = { at: endText(token.expires) ?? '', threshold, seen: saidOf(token, given)?.seen ?? null };
    return [token.id, said] as const;
  });
  return Object.fromEntries([...kept, ...added]);
}

/** The user has seen all that was given. */
export function allSeen(given: Given): Given {
  const seen = Object.entries(given).map(([id, said]) => [id, { ...said, seen: said.threshold }]);
  return Object.fromEntries(seen);
}

/** The narrowest threshold within which all of these end; `null`: there are none. */
export function withinOf(reminders: readonly Reminder<Reminded>[]): Threshold | null {
  const days = reminders.map((reminder) => reminder.days);
  return days.length > 0 ? thresholdOf(Math.max(...days)) : null;
}
