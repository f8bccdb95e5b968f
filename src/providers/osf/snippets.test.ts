import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { TokenPlace } from '../provider';
import { provider } from '.';

const SECRET = provider.kinds['personal']?.example ?? '';
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

function write(id: string, token: TokenPlace, secret = SECRET): string {
  const snippet = provider.snippets.find((offered) => offered.id === id);
  if (!snippet) throw new Error(`no snippet ${id}`);
  return snippet.write(token, secret);
}

const offered = (token: TokenPlace) =>
  provider.snippets.filter(({ fits }) => fits?.(token) ?? true).map(({ id }) => id);

function inShell(script: string): string {
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' });
}

test('a shell takes a value as it is, whatever is in it', () => {
  const hostile = `a'b"c $HOME \`id\` \\n`;
  expect(inShell(`${write('env', OSF)}\nprintf %s "$OSF_TOKEN"`)).toBe(SECRET);
  expect(inShell(`${write('env', OSF, hostile)}\nprintf %s "$OSF_TOKEN"`)).toBe(hostile);
});

test('curl asks the API of the host the token belongs to, in a header', () => {
  const asked = (token: TokenPlace) => inShell(`curl() { printf '%s\\n' "$@"; }\n${write('curl', token)}`);
  expect(asked(OSF)).toBe(`-H\nAuthorization: Bearer ${SECRET}\nhttps://api.osf.io/v2/\n`);
  expect(asked(TEST)).toBe(`-H\nAuthorization: Bearer ${SECRET}\nhttps://api.test.osf.io/v2/\n`);
});

test('R is told which server a test token belongs to', () => {
  expect(write('renviron', OSF)).toBe(`OSF_PAT=${SECRET}\n`);
  expect(write('renviron', TEST)).toBe(`OSF_PAT=${SECRET}\nOSF_SERVER=test\n`);
  expect(write('renviron', STAGING)).toBe(`OSF_PAT=${SECRET}\nOSF_SERVER=staging2\n`);
  expect(write('osfr', OSF)).toBe(`osf_auth("${SECRET}")`);
  expect(write('osfr', TEST)).toBe(`Sys.setenv(OSF_SERVER = "test")\nosf_auth("${SECRET}")`);
});

test('tools that know only osf.io are not offered on test hosts', () => {
  const onlyOsf = ['osfcli', 'dallinger', 'julia'];
  expect(offered(OSF)).toEqual(expect.arrayContaining(onlyOsf));
  for (const token of [TEST, STAGING]) {
    expect(offered(token)).toEqual(offered(OSF).filter((id) => !onlyOsf.includes(id)));
  }
});

test('lines of programs are as those programs read them', () => {
  expect(write('php', TEST)).toBe(`$OSF_PAT="${SECRET}";`);
  expect(write('osfcli', OSF)).toMatch(new RegExp(`^# .*\\.gitignore\\.\n\\[osf\\]\ntoken = ${SECRET}\n$`));
  expect(write('dallinger', OSF)).toBe(`osf_access_token = ${SECRET}`);
  expect(write('julia', OSF)).toBe(`OSF.Client(; token="${SECRET}")`);
  expect(write('header', OSF)).toBe(`Authorization: Bearer ${SECRET}`);
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
