import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { TokenPlace } from '../provider';
import { provider } from '.';

const SECRET = provider.kinds['classic']?.example ?? '';
const at = (origin: string, kind = 'classic'): TokenPlace => ({
  kind,
  origin,
  account: 'maria',
  manageId: '7',
});
const HERE = at('https://github.com');
const CLOUD = at('https://octo.ghe.com');
const SERVER = at('https://git.example.edu');

function write(id: string, token: TokenPlace, secret = SECRET): string {
  const snippet = provider.snippets.find((offered) => offered.id === id);
  if (!snippet) throw new Error(`no snippet ${id}`);
  return snippet.write(token, secret);
}

/** What a POSIX shell has in a variable after the lines were pasted into it. */
function inShell(lines: string, variable: string): string {
  return execFileSync('sh', ['-c', `${lines}\nprintf %s "$${variable}"`], { encoding: 'utf8' });
}

test('gh is told which host a token belongs to', () => {
  expect(inShell(write('gh-env', HERE), 'GH_TOKEN')).toBe(SECRET);
  expect(write('gh-env', HERE)).not.toContain('GH_HOST');
  expect(inShell(write('gh-env', CLOUD), 'GH_TOKEN')).toBe(SECRET);
  expect(inShell(write('gh-env', CLOUD), 'GH_HOST')).toBe('octo.ghe.com');
  expect(inShell(write('gh-env', SERVER), 'GH_ENTERPRISE_TOKEN')).toBe(SECRET);
  expect(inShell(write('gh-env', SERVER), 'GH_HOST')).toBe('git.example.edu');
});

test('a shell takes a value as it is, whatever is in it', () => {
  const hostile = `a'b"c $HOME \`id\` \\n`;
  expect(inShell(write('env', HERE, hostile), 'GITHUB_TOKEN')).toBe(hostile);
});

test('curl asks the API of the host the token belongs to', () => {
  const asked = (token: TokenPlace) =>
    execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }\n${write('curl', token)}`], {
      encoding: 'utf8',
    });
  const header = `-H\nAuthorization: Bearer ${SECRET}\n`;
  expect(asked(HERE)).toBe(`${header}https://api.github.com/user\n`);
  expect(asked(CLOUD)).toBe(`${header}https://api.octo.ghe.com/user\n`);
  expect(asked(SERVER)).toBe(`${header}https://git.example.edu/api/v3/user\n`);
});

test('gh gets the value on its standard input', () => {
  const shell = `gh() { cat; printf '%s\\n' "$@"; }\n${write('gh-login', SERVER)}`;
  expect(execFileSync('sh', ['-c', shell], { encoding: 'utf8' })).toBe(
    `${SECRET}\nauth\nlogin\n--hostname\ngit.example.edu\n--with-token\n`,
  );
});

test('signing in with gh is offered for classic tokens only', () => {
  const fits = provider.snippets.find(({ id }) => id === 'gh-login')?.fits;
  expect(fits?.(HERE)).toBe(true);
  expect(fits?.(at('https://github.com', 'fine-grained'))).toBe(false);
});

test('git reads the lines and finds user and password', () => {
  expect(write('git-credential', HERE)).toBe(
    `protocol=https\nhost=github.com\nusername=maria\npassword=${SECRET}\n\n`,
  );
  expect(write('netrc', { ...HERE, account: null })).toBe(`machine github.com login USER password ${SECRET}`);
});

test('the page that manages a token is its own, else the list', () => {
  expect(provider.manageUrl(HERE)).toBe('https://github.com/settings/tokens/7');
  expect(provider.manageUrl(at('https://octo.ghe.com', 'fine-grained'))).toBe(
    'https://octo.ghe.com/settings/personal-access-tokens/7',
  );
  expect(provider.manageUrl({ ...SERVER, manageId: null })).toBe('https://git.example.edu/settings/tokens');
  expect(provider.manageUrl({ ...HERE, manageId: '../logout' })).toBe('https://github.com/settings/tokens');
});
