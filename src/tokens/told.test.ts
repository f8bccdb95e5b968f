import { expect, test } from 'vitest';
import type { Expiry } from '../providers/provider';
import { newsOf } from './told';

const NOTHING = { account: null, scopes: null, expires: null };
const KNOWN = { account: 'netlab-demo', scopes: ['gist', 'workflow'], expires: 'never' } as const;

test('what is not told is no news, whatever is known', () => {
  expect(newsOf(KNOWN, NOTHING)).toEqual({});
  expect(newsOf(NOTHING, NOTHING)).toEqual({});
});

test('what is told and not known, or known otherwise, is news', () => {
  expect(newsOf(NOTHING, KNOWN)).toEqual(KNOWN);
  expect(newsOf(KNOWN, { ...KNOWN, account: 'other' })).toEqual({ account: 'other' });
  expect(newsOf(KNOWN, { ...KNOWN, scopes: [] })).toEqual({ scopes: [] });
  expect(newsOf({ ...KNOWN, scopes: [] }, { ...KNOWN, scopes: [] })).toEqual({});
});

test('scopes in another order are the same', () => {
  expect(newsOf(KNOWN, { ...KNOWN, scopes: ['workflow', 'gist'] })).toEqual({});
  expect(newsOf(KNOWN, { ...KNOWN, scopes: ['workflow', 'repo'] })).toEqual({ scopes: ['workflow', 'repo'] });
});

/** Noon, wherever the test runs. */
const noon = (day: number) => new Date(2026, 11, day, 12).toISOString();
test.each<[known: Expiry, told: Expiry, isNews: boolean]>([
  [{ at: '2026-12-04' }, { at: noon(4) }, false],
  [{ at: '2026-12-04' }, { at: noon(5) }, true],
  [{ at: noon(4) }, { at: noon(4) }, false],
  [{ at: '2026-12-04T12:00:00+02:00' }, { at: '2026-12-04T10:00:00.000Z' }, false],
  ['never', { at: noon(4) }, true],
  [null, { at: noon(4) }, true],
  ['never', 'never', false],
])('known to end %j, told %j: news is %s', (expires, told, isNews) => {
  const news = newsOf({ ...NOTHING, expires }, { ...NOTHING, expires: told });
  expect(Object.keys(news)).toEqual(isNews ? ['expires'] : []);
});
