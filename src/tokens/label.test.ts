import { expect, test } from 'vitest';
import { providers } from '../providers';
import { suggestedLabel } from './label';
import type { Token } from './token';

type More = Partial<Pick<Token, 'name' | 'scopes' | 'account'>>;

const label = (id: string, origin: string, more: More = {}) =>
  suggestedLabel(
    { provider: id, origin, name: 'MYTOKEN', scopes: null, account: null, ...more },
    providers.find((provider) => provider.id === id) ?? null,
  );

test('the guide’s own example', () => {
  expect(label('zenodo', 'https://sandbox.zenodo.org', { scopes: ['deposit:write'] })).toBe('MYTOKEN_ALL_SB');
});

test.each([
  ['github', 'https://github.com', { scopes: ['read:org'], account: 'maria' }, 'MYTOKEN_READ_maria'],
  ['github', 'https://github.com', { scopes: ['read:org', 'gist'] }, 'MYTOKEN_WRITE'],
  ['github', 'https://github.com', { scopes: ['contents:write'] }, 'MYTOKEN_DELETE'],
  ['github', 'https://github.com', { scopes: ['repo'] }, 'MYTOKEN_ADMIN'],
  ['github', 'https://github.com', {}, 'MYTOKEN'],
  ['github', 'https://github.com', { scopes: ['brand:new'] }, 'MYTOKEN'],
  ['osf', 'https://osf.io', { scopes: ['osf.full_write'], account: 'ab1cd' }, 'MYTOKEN_ALL_ab1cd'],
  ['osf', 'https://test.osf.io', { scopes: ['osf.nodes.data_write'] }, 'MYTOKEN_DELETE_TEST'],
  ['osf', 'https://staging2.osf.io', {}, 'MYTOKEN_STAGING2'],
  ['zenodo', 'https://zenodo.org', {}, 'MYTOKEN_ALL'],
  ['zenodo', 'https://data.example.edu', {}, 'MYTOKEN_ALL'],
  ['speckle', 'https://latest.speckle.systems', { scopes: ['streams:read'] }, 'MYTOKEN_READ_LATEST'],
  ['other', 'https://tokens.example.org', {}, 'MYTOKEN'],
])('%s on %s with %j: %s', (id, origin, more, expected) => {
  expect(label(id, origin, more)).toBe(expected);
});

test('without a name it says the provider, or the host of an unknown one', () => {
  expect(label('zenodo', 'https://zenodo.org', { name: null })).toBe('zenodo_ALL');
  expect(label('other', 'https://tokens.example.org', { name: ' ' })).toBe('tokens.example.org');
});

test('asked again, it adds nothing', () => {
  const more = { scopes: ['repo'], account: 'maria' };
  const once = label('github', 'https://github.com', more);
  expect(label('github', 'https://github.com', { ...more, name: once })).toBe(once);
  expect(label('zenodo', 'https://sandbox.zenodo.org', { name: 'my token_ALL_SB' })).toBe('my-token_ALL_SB');
});

test('an address is no part of it, and nothing is longer than the sites’ forms allow', () => {
  expect(label('github', 'https://github.com', { account: 'maria@lab.example' })).toBe('MYTOKEN');
  const long = label('osf', 'https://test.osf.io', {
    name: 'x'.repeat(60),
    scopes: ['osf.full_write'],
    account: 'ab1cd',
  });
  expect(long).toBe(`${'x'.repeat(31)}_ALL_TEST`);
  expect(long).toHaveLength(40);
});
