import { expect, test } from 'vitest';
import { UNTOLD } from '../providers/provider';
import { newestFirst, search } from './search';
import type { Token } from './token';

const token = (name: string | null, more: Partial<Token> = {}): Token => ({
  ...UNTOLD,
  id: name ?? 'nameless',
  name,
  provider: 'zenodo',
  kind: 'personal',
  origin: 'https://sandbox.zenodo.org',
  path: '/',
  ends: 'MPLE',
  seenAt: '2026-11-01T10:00:00.000Z',
  savedAt: '2026-11-01T10:00:00.000Z',
  ...more,
});

const all = [
  token('uploads-2026', { scopes: ['deposit:write'] }),
  token('Zürich lab', { account: 'gaze-lab' }),
  token(null, { provider: 'github', origin: 'https://github.com' }),
];
const names = (query: string) => search(all, query).map(({ id }) => id);

test('looks at name, site, account and scopes, in any case and without accents', () => {
  expect(names('zurich')).toEqual(['Zürich lab']);
  expect(names('ZÜRICH')).toEqual(['Zürich lab']);
  expect(names('github')).toEqual(['nameless']);
  expect(names('deposit:')).toEqual(['uploads-2026']);
  expect(names('gaze sandbox')).toEqual(['Zürich lab']);
});

test('an empty query finds all, and never the token itself', () => {
  expect(names('  ')).toHaveLength(3);
  expect(names('MPLE')).toEqual([]);
});

test('the newest come first', () => {
  const newer = token('newer', { savedAt: '2026-11-02T10:00:00.000Z' });
  expect([...all, newer].toSorted(newestFirst)[0]).toBe(newer);
});
