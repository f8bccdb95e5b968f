/** An origin is not only a prefix or a suffix of a text. */
import { describe, expect, test } from 'vitest';
import { providerOf } from '../providers';
import { addressAt, isOrigin } from './origin';

const ORIGINS = [
  'https://github.com',
  'https://octo.ghe.com',
  'http://localhost:8080',
  'https://[::1]:8443',
  'https://git.example.edu:8443',
];

const NONE = [
  '',
  'github.com',
  'null',
  'https://github.com/',
  'https://github.com/path',
  'https://github.com?a=.ghe.com',
  'https://git.example.org/#.ghe.com',
  'https://git.example.org/.ghe.com',
  'https://git.example.org\\.ghe.com',
  'https://user@github.com',
  'https://github.com@git.example.org',
  'https://GitHub.com',
  'https://github.com:443',
  ' https://github.com',
  'https://github.com\n',
  'https://github.com\nhost=git.example.org',
  'javascript:github.com',
  'file:///github.com',
  'chrome-extension://github.com',
];

test.each(ORIGINS)('%s is one', (text) => expect(isOrigin(text)).toBe(true));
test.each(NONE)('%j is none, and no provider is there', (text) => {
  expect(isOrigin(text)).toBe(false);
  expect(providerOf(text)).toBeNull();
});

describe('whose site it is', () => {
  test.each(['https://github.com', 'https://octo.ghe.com', 'https://ghe.com'])("%s is GitHub's", (origin) =>
    expect(providerOf(origin)?.id).toBe('github'),
  );
  test.each([
    'https://github.com.example.org',
    'https://example-github.com',
    'https://notghe.com',
    'https://octo.ghe.com.example.org',
    'https://octo.ghe.com:8443',
    'http://github.com',
  ])("%s is nobody's", (origin) => expect(providerOf(origin)).toBeNull());
});

describe('a page of a site', () => {
  test.each([
    ['/settings/tokens', 'https://github.com/settings/tokens'],
    ['@git.example.org/', 'https://github.com/@git.example.org/'],
    ['.example.org/', 'https://github.com/.example.org/'],
    ['', 'https://github.com/'],
  ])('%s stays there', (path, address) => expect(addressAt('https://github.com', path)).toBe(address));
  test.each(['//git.example.org/', 'https://git.example.org/', '\\\\git.example.org', 'javascript:0'])(
    '%s leads elsewhere, and is no page of it',
    (path) => expect(addressAt('https://github.com', path)).toBeNull(),
  );
  test('of no site there is none', () => expect(addressAt('https://github.com/', '/')).toBeNull());
});
