import { describe, expect, test } from 'vitest';
import { expiryWords } from './expiry';

/** 22 November 2026, 10:42 in whatever zone the test runs. */
const NOW = new Date(2026, 10, 22, 10, 42);
const day = (year: number, month: number, date: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
const at = (text: string) => expiryWords({ at: text }, NOW);

describe('what the page said', () => {
  test('"never" only if it said so, "not stated" if it was silent', () => {
    expect(expiryWords('never', NOW)).toEqual({ words: 'never', date: null, state: 'never' });
    expect(expiryWords(null, NOW)).toEqual({ words: 'not stated', date: null, state: 'not-stated' });
  });

  test('a form that no calendar knows is shown as it stands', () => {
    expect(at('when the grant ends')).toEqual({ words: 'when the grant ends', date: null, state: 'later' });
  });
});

describe('a date alone', () => {
  test.each([
    [day(2026, 11, 22), 'today', 'soon'],
    [day(2026, 11, 23), 'tomorrow', 'soon'],
    [day(2026, 11, 27), 'in 5 days', 'soon'],
    [day(2026, 12, 6), 'in 14 days', 'soon'],
    [day(2026, 12, 7), '7 Dec 2026', 'later'],
    [day(2027, 1, 12), '12 Jan 2027', 'later'],
    [day(2026, 11, 21), 'expired 21 Nov', 'past'],
    [day(2026, 11, 3), 'expired 3 Nov', 'past'],
    [day(2025, 11, 30), 'expired 30 Nov 2025', 'past'],
  ] as const)('%s is "%s"', (text, words, state) => {
    expect(at(text)).toMatchObject({ words, state });
  });

  test('names its whole date beside the days', () => {
    expect(at(day(2026, 11, 28))).toEqual({ words: 'in 6 days', date: '28 Nov 2026', state: 'soon' });
  });
});

describe('an instant', () => {
  const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000).toISOString();

  test('is past from the minute on', () => {
    expect(at(minutes(-1))).toMatchObject({ words: 'expired 22 Nov', state: 'past' });
    expect(at(minutes(1))).toMatchObject({ words: 'today', state: 'soon' });
  });

  test('counts calendar days, not spans of 24 hours', () => {
    expect(at(new Date(2026, 10, 23, 0, 5).toISOString())).toMatchObject({ words: 'tomorrow' });
  });
});

test('an hour more or less in a change to or from summer time makes no day', () => {
  const before = new Date(2026, 9, 24, 12); // Europe changes on 25 October 2026
  expect(expiryWords({ at: day(2026, 10, 29) }, before).words).toBe('in 5 days');
});
