import { expect, test } from 'vitest';
import { NOWHERE } from '../tokens/token';
import {
  heldName,
  kindName,
  knownHostOf,
  pageOf,
  placeOf,
  providerById,
  scopeOf,
  tileOf,
  tokenName,
} from './naming';

test("a token has its maker's name, or its kind's", () => {
  expect(tokenName({ name: 'release-bot', provider: 'github', kind: 'classic' })).toBe('release-bot');
  const nameless = { name: null, provider: 'github', kind: 'classic' };
  expect(tokenName(nameless)).toBe('Personal access token (classic)');
  expect(heldName({ name: null, provider: 'github' })).toBe('Personal access token');
});

test('a token that was saved by hand is a token, under the letter of its site', () => {
  expect(kindName({ provider: 'other', kind: 'token' })).toBe('Token');
  expect(heldName({ name: null, provider: 'other' })).toBe('Token');
  expect(tileOf('other', 'hub.example.org')).toEqual({ letter: 'H', test: false });
});

test('what stands for no site in the vault is not shown as one', () => {
  expect(placeOf({ origin: 'https://osf.io', account: 'ab1cd' })).toBe('osf.io · ab1cd');
  expect(placeOf({ origin: NOWHERE, account: null })).toBe('no site stated');
  expect(knownHostOf({ origin: NOWHERE })).toBeNull();
  expect(tileOf('other', null)).toEqual({ letter: '?', test: false });
});

test.each([
  ['/settings/tokens', 'https://github.com/settings/tokens'],
  ['@evil.example/', 'https://github.com/@evil.example/'],
  ['//evil.example/', null],
  ['\\\\evil.example/', null],
  ['https://evil.example/', null],
  ['javascript:alert(1)', null],
])('the page %s of a token leads to its own site or nowhere', (path, page) => {
  expect(pageOf({ origin: 'https://github.com', path })).toBe(page);
});

test('a token of a provider or kind that only a newer version knows still has a name and a tile', () => {
  expect(kindName({ provider: 'of-a-newer-version', kind: 'personal' })).toBe('Personal access token');
  expect(kindName({ provider: 'github', kind: 'toString' })).toBe('Personal access token');
  expect(tileOf('of-a-newer-version', 'tokens.example.org')).toEqual({ letter: '?', test: false });
});

test('a test server has a dashed tile', () => {
  expect(tileOf('zenodo', 'sandbox.zenodo.org')).toEqual({ letter: 'Z', test: true });
  expect(tileOf('zenodo', 'zenodo.org')).toEqual({ letter: 'Z', test: false });
});

test('a scope we have no note on is null, also one named like an inherited property', () => {
  const github = providerById('github');
  expect(scopeOf(github, 'repo')?.means).toBeTruthy();
  expect(scopeOf(github, 'constructor')).toBeNull();
  expect(scopeOf(null, 'repo')).toBeNull();
});
