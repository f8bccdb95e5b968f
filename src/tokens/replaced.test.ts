import { expect, test } from 'vitest';
import { UNTOLD } from '../providers/provider';
import { replacedIds } from './replaced';
import type { Token } from './token';

const token = (id: string, over: Partial<Token>): Token => ({
  ...UNTOLD,
  id,
  provider: 'github',
  kind: 'classic',
  origin: 'https://github.com',
  path: '/settings/tokens',
  ends: 'AAAA',
  seenAt: '2026-11-25T10:00:00Z',
  savedAt: '2026-11-25T10:00:00Z',
  manageId: '7',
  ...over,
});

test('of two with one management id, the one that was seen first is replaced', () => {
  const older = token('a', { seenAt: '2026-11-01T10:00:00Z' });
  const newer = token('b', {});
  expect([...replacedIds([older, newer])]).toEqual(['a']);
  expect([...replacedIds([newer, older])]).toEqual(['a']);
});

test('of three, the two older ones', () => {
  const days = ['03', '01', '02'].map((day) => token(day, { seenAt: `2026-11-${day}T10:00:00Z` }));
  expect(replacedIds(days)).toEqual(new Set(['01', '02']));
});

test.each<Partial<Token>>([
  { manageId: null },
  { manageId: '8' },
  { account: 'somebody' },
  { origin: 'https://git.example.edu' },
  { kind: 'fine-grained' },
])('another token stays: %j', (over) => {
  const [a, b] = [token('a', over.manageId === null ? over : {}), token('b', over)];
  expect([...replacedIds([a, b])]).toEqual([]);
});
