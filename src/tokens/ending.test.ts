import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  allSeen,
  dayOfEnd,
  dueReminders,
  endOf,
  givenAfter,
  groupOf,
  isEndingSoon,
  thresholdOf,
  unseenReminders,
  withinOf,
  type Given,
} from './ending';

/** 22 November 2026, 10:42 in whatever zone the test runs. */
const NOW = new Date(2026, 10, 22, 10, 42);
const two = (number: number) => String(number).padStart(2, '0');
/** A date alone, so many days after a moment. */
const inDays = (days: number, from = NOW) => {
  const day = new Date(from.getFullYear(), from.getMonth(), from.getDate() + days);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
};
const after = (days: number) => new Date(2026, 10, 22 + days, 10, 42);
const token = (id: string, at: string, replaced = false) => ({ id, expires: { at }, replaced });

describe('an end', () => {
  test.each([
    ['never', null],
    [null, null],
    [{ at: 'when the grant ends' }, null],
    [{ at: inDays(0) }, { days: 0, ended: false }],
    [{ at: inDays(-1) }, { days: -1, ended: true }],
    [{ at: inDays(14) }, { days: 14, ended: false }],
    [{ at: new Date(NOW.getTime() - 60_000).toISOString() }, { days: 0, ended: true }],
    [{ at: new Date(NOW.getTime() + 60_000).toISOString() }, { days: 0, ended: false }],
  ] as const)('%j is %j', (expires, end) => {
    expect(endOf(expires, NOW)).toEqual(end);
  });

  test('is counted in calendar days over the end of a month, of a year and of summer time', () => {
    expect(endOf({ at: '2026-12-01' }, new Date(2026, 10, 30, 23, 59))?.days).toBe(1);
    expect(endOf({ at: '2027-01-01' }, new Date(2026, 11, 31, 0, 1))?.days).toBe(1);
    expect(endOf({ at: '2028-03-01' }, new Date(2028, 1, 28, 12))?.days, 'a leap year').toBe(2);
    expect(endOf({ at: '2026-10-26' }, new Date(2026, 9, 24, 23, 30))?.days).toBe(2);
  });
});

test('soon is within 14 days, not ended, not replaced', () => {
  const soon = (at: string, replaced = false) => isEndingSoon({ expires: { at }, replaced }, NOW);
  expect([-1, 0, 14, 15].map((days) => soon(inDays(days)))).toEqual([false, true, true, false]);
  expect(soon(inDays(3), true)).toBe(false);
  expect(isEndingSoon({ expires: 'never' }, NOW)).toBe(false);
});

test.each([
  [-91, null],
  [-90, 'ended'],
  [-1, 'ended'],
  [0, 'week'],
  [7, 'week'],
  [8, 'fortnight'],
  [14, 'fortnight'],
  [15, 'later'],
  [90, 'later'],
  [91, null],
] as const)('in %i days: %s', (days, group) => {
  expect(groupOf(token('a', inDays(days)), NOW)).toBe(group);
  expect(groupOf(token('a', inDays(days), true), NOW), 'replaced').toBeNull();
});

test.each([
  [15, null],
  [14, 14],
  [8, 14],
  [7, 7],
  [2, 7],
  [1, 1],
  [0, 1],
] as const)('%i days are within the threshold %s', (days, threshold) => {
  expect(thresholdOf(days)).toBe(threshold);
});

describe('reminders', () => {
  const end = inDays(20);
  /** Opens the browser on these days, and notes on which a reminder came. */
  function run(days: readonly number[], at: (day: number) => string = () => end) {
    let given: Given = {};
    const came: [day: number, threshold: number][] = [];
    for (const day of days) {
      const tokens = [token('a', at(day))];
      const due = dueReminders(tokens, given, after(day));
      for (const { threshold } of due) came.push([day, threshold]);
      given = givenAfter(given, due, tokens, after(day));
    }
    return came;
  }
  const everyDay = Array.from({ length: 25 }, (_, day) => day);

  test('come 14, 7 and 1 days ahead, once each', () => {
    expect(run(everyDay)).toEqual([
      [6, 14],
      [13, 7],
      [19, 1],
    ]);
  });

  test('the control: what is not remembered as given comes every day', () => {
    const due = (day: number) => dueReminders([token('a', end)], {}, after(day)).length;
    expect(everyDay.filter((day) => due(day) > 0)).toHaveLength(15);
  });

  test('are not made up for: a computer that was off for a week gets the one for 7 alone', () => {
    expect(run([4, 14, 15])).toEqual([[14, 7]]);
    expect(run([4, 20, 20])).toEqual([[20, 1]]);
    expect(run([4, 21]), 'ended meanwhile').toEqual([]);
  });

  test('do not come again when the clock is set back', () => {
    expect(run([13, 6, 0, 6, 13, 19])).toEqual([
      [13, 7],
      [19, 1],
    ]);
  });

  test('come anew when the end is another one', () => {
    const moved = (day: number) => (day < 15 ? end : inDays(40));
    expect(run([6, 13, 15, 26, 33], moved)).toEqual([
      [6, 14],
      [13, 7],
      [26, 14],
      [33, 7],
    ]);
  });

  test('do not come for what is replaced, has ended or has no end', () => {
    const tokens = [
      token('replaced', inDays(1), true),
      token('ended', inDays(-1)),
      { id: 'never', expires: 'never' } as const,
      { id: 'unknown', expires: null },
    ];
    expect(dueReminders(tokens, {}, NOW)).toEqual([]);
    expect(dueReminders([token('control', inDays(1))], {}, NOW)).toHaveLength(1);
  });

  test('the nearest end comes first', () => {
    const due = dueReminders([token('far', inDays(9)), token('near', inDays(0))], {}, NOW);
    expect(due.map(({ token: { id }, days, threshold }) => [id, days, threshold])).toEqual([
      ['near', 0, 1],
      ['far', 9, 14],
    ]);
  });

  test('are remembered over a deletion that is taken back, and forgotten after the end', () => {
    const tokens = [token('a', inDays(5))];
    const given = givenAfter({}, dueReminders(tokens, {}, NOW), tokens, NOW);
    expect(given).toEqual({ a: { at: inDays(5), threshold: 7, seen: null } });
    const deleted = givenAfter(given, [], [], after(1));
    expect(dueReminders(tokens, deleted, after(1))).toEqual([]);
    expect(givenAfter(deleted, [], [], after(6))).toEqual({});
  });
});

describe('reminders that were given', () => {
  const end = inDays(10);
  const tokens = [token('a', end), token('b', inDays(3))];
  const given = givenAfter({}, dueReminders(tokens, {}, NOW), tokens, NOW);
  const unseen = (of: Given, now = NOW) => unseenReminders(tokens, of, now).map(({ token: { id } }) => id);

  test('wait until they are seen, the nearest end first', () => {
    expect(unseen(given)).toEqual(['b', 'a']);
    expect(unseen(allSeen(given))).toEqual([]);
    expect(unseen({}), 'what was not given does not wait').toEqual([]);
  });

  test('wait again when the next one was given', () => {
    const later = dueReminders(tokens, allSeen(given), after(3));
    expect(later.map(({ token: { id }, threshold }) => [id, threshold])).toEqual([
      ['b', 1],
      ['a', 7],
    ]);
    expect(unseen(givenAfter(allSeen(given), later, tokens, after(3)), after(3))).toEqual(['b', 'a']);
  });

  test('are over with the end, and with a token that took its place', () => {
    expect(unseen(given, after(4))).toEqual(['a']);
    const replaced = [token('a', end, true)];
    expect(unseenReminders(replaced, given, NOW)).toEqual([]);
  });

  test('are summed up by the narrowest threshold that holds for all', () => {
    const within = (...days: number[]) => {
      const made = days.map((each) => token(`${each}`, inDays(each)));
      return withinOf(dueReminders(made, {}, NOW));
    };
    expect([within(), within(1), within(0, 1), within(1, 2), within(7, 8)]).toEqual([null, 1, 1, 7, 14]);
  });
});

test.each([
  ['2026-12-03', '2026-12-03'],
  ['2026-12-03T12:00:00', '2026-12-03'],
  ['when the grant ends', null],
])('%s ends on the day %s', (at, day) => {
  expect(dayOfEnd({ at })).toBe(day);
});

describe.each([
  ['America/New_York', 1], // from Monday morning to Tuesday morning
  ['Pacific/Auckland', 0], // from the first hour of Tuesday to its last
])('in %s', (zone, days) => {
  const { TZ } = process.env;
  beforeEach(() => void (process.env['TZ'] = zone));
  afterEach(() => {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  });

  test('an instant is on the day that it is there', () => {
    expect(endOf({ at: '2026-12-01T10:30:00Z' }, new Date('2026-11-30T12:00:00Z'))?.days).toBe(days);
  });

  test('a date alone is that day', () => {
    expect(endOf({ at: '2026-12-01' }, new Date('2026-11-30T10:30:00Z'))?.days).toBe(1);
  });
});
