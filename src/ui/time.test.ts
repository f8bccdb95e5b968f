import { expect, test } from 'vitest';
import { ago, grouped, lockedWhen, longDay, locksWhen, tokenCount } from './time';

const NOW = new Date(2026, 10, 22, 12, 31, 30);
const before = (seconds: number) => new Date(NOW.getTime() - seconds * 1000).toISOString();
const after = (seconds: number) => before(-seconds);

test.each([
  [5, 'just now'],
  [125, '2 min ago'],
  [59 * 60, '59 min ago'],
  [3 * 3600, '3 h ago'],
  [4 * 86_400, '18 Nov 2026'],
] as const)('%d seconds before is "%s"', (seconds, words) => {
  expect(ago(before(seconds), NOW)).toBe(words);
});

test('a clock that ran ahead is "just now", not a negative time', () => {
  expect(ago(after(90), NOW)).toBe('just now');
});

test('rounds the time to the lock up, and never says zero', () => {
  expect(locksWhen(after(8 * 60 + 30), NOW)).toBe('Locks in 9 min');
  expect(locksWhen(after(10 * 60 + 2), NOW), 'a clock that lags two seconds').toBe('Locks in 10 min');
  expect(locksWhen(after(20), NOW)).toBe('Locks in a minute');
  expect(locksWhen(before(20), NOW)).toBe('Locks in a minute');
  expect(locksWhen(null, NOW)).toBe('Locks with the browser');
});

test('says when it was locked', () => {
  expect(lockedWhen(before(30), NOW)).toBe('Locked 12:31');
  expect(lockedWhen(before(3 * 86_400), NOW)).toBe('Locked 19 Nov 2026');
  expect(lockedWhen(null, NOW)).toBe('Locked');
});

test('counts tokens, thousands apart', () => {
  expect([0, 1, 8, 10_000].map(tokenCount)).toEqual(['0 tokens', '1 token', '8 tokens', '10,000 tokens']);
  expect(grouped(1_200)).toBe('1,200');
});

test('writes a month out where there is room', () => {
  expect(longDay(NOW.toISOString())).toBe('22 November 2026');
});
