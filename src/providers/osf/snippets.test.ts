import { expect, test } from 'vitest';
import type { TokenPlace } from '../provider';
import { provider } from '.';

const ID = '6923f0a1c4d5e6f708192a3b';
const at = (origin: string, manageId: string | null = ID): TokenPlace => ({
  kind: 'personal',
  origin,
  account: 'ab1cd',
  manageId,
});
const OSF = at('https://osf.io');
const TEST = at('https://test.osf.io');
const STAGING = at('https://staging2.osf.io');

const offered = (token: TokenPlace) =>
  provider.snippets.filter(({ fits }) => fits?.(token) ?? true).map(({ id }) => id);

test('tools that know only osf.io are not offered on test hosts', () => {
  const onlyOsf = ['osfcli', 'python', 'dallinger', 'julia'];
  expect(offered(OSF)).toEqual(expect.arrayContaining(onlyOsf));
  for (const token of [TEST, STAGING]) {
    expect(offered(token)).toEqual(offered(OSF).filter((id) => !onlyOsf.includes(id)));
  }
});

test('the page that manages a token is its own, else the list', () => {
  expect(provider.manageUrl(TEST)).toBe(`https://test.osf.io/settings/tokens/${ID}/details`);
  expect(provider.manageUrl(at('https://osf.io', null))).toBe('https://osf.io/settings/tokens');
  expect(provider.manageUrl(at('https://osf.io', '../../logout'))).toBe('https://osf.io/settings/tokens');
  expect(provider.createUrl('test.osf.io')).toBe('https://test.osf.io/settings/tokens');
});

test('all hosts but osf.io are test hosts', () => {
  const hosts = provider.matches.map((pattern) => pattern.slice('https://'.length, -'/*'.length));
  expect(hosts).toHaveLength(9);
  expect(hosts.filter((host) => !provider.testHosts.test(host))).toEqual(['osf.io']);
});
