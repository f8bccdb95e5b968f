import { expect, test } from 'vitest';
import { UNTOLD, type Expiry } from '../providers/provider';
import { filtered, offered } from './filter';
import type { Token } from './token';

const NOW = new Date(2026, 10, 27, 10);

const token = (
  id: string,
  provider: string,
  expires: Expiry,
  replaced = false,
): Token & { replaced: boolean } => ({
  ...UNTOLD,
  id,
  provider,
  expires,
  replaced,
  kind: 'personal',
  origin: 'https://example.org',
  path: '/',
  ends: 'MPLE',
  seenAt: '2026-11-01T10:00:00.000Z',
  savedAt: '2026-11-01T10:00:00.000Z',
});

const all = [
  token('a', 'osf', 'never'),
  token('b', 'github', { at: '2026-12-01' }),
  token('c', 'github', { at: '2027-12-01' }),
  token('d', 'github', { at: '2026-12-01' }, true),
];
const ids = (tokens: readonly Token[]) => tokens.map(({ id }) => id).join('');

test('one provider, or what ends soon; without a filter all', () => {
  expect(ids(filtered(all, { provider: 'github' }, NOW))).toBe('bcd');
  expect(ids(filtered(all, { ending: true }, NOW))).toBe('b');
  expect(filtered(all, undefined, NOW)).toBe(all);
});

test('offered is what there is, the provider with most tokens first', () => {
  expect(offered(all, NOW)).toEqual({ providers: ['github', 'osf'], ending: 1 });
  expect(offered([], NOW)).toEqual({ providers: [], ending: 0 });
});

test('what was counted holds for the day', () => {
  expect(offered(all, NOW)).toBe(offered(all, new Date(2026, 10, 27, 23)));
  expect(offered(all, new Date(2026, 11, 2)).ending).toBe(0);
});
