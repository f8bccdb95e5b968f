/**
 * What ends when, while the vault is locked: what its last unlock left in memory. After a restart of the
 * browser that is nothing, or, where the user chose so, bare days in clear: the day, how many end on it,
 * and what was said of it. No name, id or host is among them.
 */
import type { EndingSoon } from '../messages/protocol';
import { endDays, settings, type EndDay } from '../storage/items';
import { recall, remember } from '../storage/session';
import {
  dayOfEnd,
  endOf,
  endText,
  saidOf,
  unseenReminders,
  withinOf,
  type Given,
  type Said,
} from '../tokens/ending';
import type { MarkedToken } from './contents';
import { givenInMemory } from './given';

const ENDS = 'ends';
/** As many as are remembered, the nearest first. */
const REMEMBERED = 1_000;

/** An end as it is remembered: of one token, or of all that end on a day. */
export type End = {
  /** A token's id, or the day. */
  readonly id: string;
  readonly name: string | null;
  readonly host: string | null;
  readonly expires: { readonly at: string };
  readonly count: number;
};

export type KnownEnds = {
  readonly from: 'memory' | 'days in clear';
  readonly ends: readonly End[];
  readonly given: Given;
};

/** Keeps in memory what ends from now on. What is replaced has ended already. */
export async function rememberEnds(tokens: readonly MarkedToken[], now: Date): Promise<readonly End[]> {
  const ahead = tokens.flatMap((token) => {
    const { id, name, label, origin, expires, replaced } = token;
    const end = replaced ? null : endOf(expires, now);
    if (!end || end.ended || expires === null || expires === 'never') return [];
    return [
      { days: end.days, end: { id, name: label ?? name, host: new URL(origin).host, expires, count: 1 } },
    ];
  });
  const ends = ahead
    .toSorted((a, b) => a.days - b.days)
    .slice(0, REMEMBERED)
    .map(({ end }) => end);
  if (JSON.stringify(ends) !== JSON.stringify(await recall(ENDS))) await remember(ENDS, ends);
  return ends;
}

/** What memory has, or the days that stand in clear. */
export async function knownEnds(): Promise<KnownEnds> {
  const ends = await recall<readonly End[]>(ENDS);
  if (ends) return { from: 'memory', ends, given: (await givenInMemory()) ?? {} };
  const { days } = (await settings.get()).daysInClear ? await endDays.get() : { days: [] };
  return {
    from: 'days in clear',
    ends: days.map(({ on, tokens }) => {
      return { id: on, name: null, host: null, expires: { at: on }, count: tokens };
    }),
    given: Object.fromEntries(
      days.flatMap(({ on, threshold, seen }) =>
        threshold === null ? [] : [[on, { at: on, threshold, seen }] as const],
      ),
    ),
  };
}

/** The reminders that were given and not seen, in one sentence's worth; `null`: there are none. */
export async function endingSoon(now: Date): Promise<EndingSoon | null> {
  const { ends, given } = await knownEnds();
  const unseen = unseenReminders(ends, given, now);
  const within = withinOf(unseen);
  return within && { within, count: unseen.reduce((sum, { token }) => sum + token.count, 0) };
}

/** What was said of these ends while only the days were known, as if it had been said of each token. */
export async function saidInClear(ends: readonly End[], given: Given): Promise<Given> {
  const { days } = await endDays.get();
  const byDay = new Map(days.map((day) => [day.on, day]));
  const added = ends.flatMap((end): (readonly [string, Said])[] => {
    const day = byDay.get(dayOfEnd(end.expires) ?? '');
    const before = saidOf(end, given);
    if (!day || day.threshold === null || (before && before.threshold <= day.threshold)) return [];
    return [[end.id, { at: endText(end.expires) ?? '', threshold: day.threshold, seen: day.seen }]];
  });
  return { ...given, ...Object.fromEntries(added) };
}

/** Writes the days as the user chose: as they are known, or none. */
export async function followDays({ ends, given }: KnownEnds, now: Date): Promise<void> {
  const { daysInClear } = await settings.get();
  const ahead = ends.filter(({ expires }) => endOf(expires, now)?.ended === false);
  const days = daysInClear ? daysOf(ahead, given) : [];
  if (JSON.stringify(days) !== JSON.stringify((await endDays.get()).days)) await endDays.set({ days });
}

/** The ends, by their days. What was said of one of several that end on a day alone, was not said of the day. */
function daysOf(ends: readonly End[], given: Given): readonly EndDay[] {
  const days = new Map<string, EndDay>();
  for (const end of ends) {
    const on = dayOfEnd(end.expires);
    if (on === null) continue;
    const { threshold = null, seen = null } = saidOf(end, given) ?? {};
    const day = days.get(on) ?? { on, tokens: 0, threshold, seen };
    days.set(on, {
      on,
      tokens: day.tokens + end.count,
      threshold: widest(day.threshold, threshold),
      seen: widest(day.seen, seen),
    });
  }
  return [...days.values()];
}

const widest = (a: number | null, b: number | null) => (a === null || b === null ? null : Math.max(a, b));
