import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { TokenPlace } from '../provider';
import { provider } from '.';

const SECRET = provider.kinds['personal']?.example ?? '';
const at = (origin: string, manageId: string | null = '4711'): TokenPlace => ({
  kind: 'personal',
  origin,
  account: null,
  manageId,
});
const ZENODO = at('https://zenodo.org');
const SANDBOX = at('https://sandbox.zenodo.org');
const OTHER = at('https://data.example.edu');
const TOKENS = '/account/settings/applications/tokens';

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

/** What a POSIX shell has in a variable after the lines were pasted into it. */
const variable = (lines: string, name: string) => inShell(`${lines}\nprintf %s "$${name}"`);

test.each([
  ['env', 'ZENODO_ACCESS_TOKEN', 'ZENODO_SANDBOX_ACCESS_TOKEN'],
  ['zenodo-client', 'ZENODO_API_TOKEN', 'ZENODO_SANDBOX_API_TOKEN'],
  ['showyourwork', 'ZENODO_TOKEN', 'SANDBOX_TOKEN'],
])('%s: a sandbox token goes to the sandbox’s variable only', (id, main, sandbox) => {
  expect(variable(write(id, ZENODO), main)).toBe(SECRET);
  expect(variable(write(id, ZENODO), sandbox)).toBe('');
  expect(variable(write(id, SANDBOX), sandbox)).toBe(SECRET);
  expect(variable(write(id, SANDBOX), main)).toBe('');
});

test('a shell takes a value as it is, whatever is in it', () => {
  const hostile = `a'b"c $HOME \`id\` \\n`;
  expect(variable(write('env', ZENODO, hostile), 'ZENODO_ACCESS_TOKEN')).toBe(hostile);
  const strange = at(`https://o'brien.example.edu`);
  expect(variable(write('iga', strange, hostile), 'INVENIO_SERVER')).toBe(strange.origin);
  expect(variable(write('invenio-rest', strange, hostile), 'INVENIO_TOKEN')).toBe(hostile);
});

test('sections and lines of files are the right ones for Zenodo and its sandbox', () => {
  expect(write('zenodorc', ZENODO)).toBe(`[ZENODO]\ntoken = ${SECRET}\n`);
  expect(write('zenodorc', SANDBOX)).toBe(`[SANDBOX]\ntoken = ${SECRET}\n`);
  expect(write('zenodo-ini', ZENODO)).toBe(`[zenodo]\napi_token = ${SECRET}\n`);
  expect(write('zenodo-ini', SANDBOX)).toBe(
    `[zenodo:sandbox]\napi_token = ${SECRET}\nsandbox_api_token = ${SECRET}\n`,
  );
  expect(write('zenodopy', ZENODO)).toBe(`ACCESS_TOKEN: ${SECRET}\n`);
  expect(write('zenodopy', SANDBOX)).toBe(`ACCESS_TOKEN-sandbox: ${SECRET}\n`);
  expect(write('deposits', ZENODO)).toBe(`ZENODO_TOKEN=${SECRET}\n`);
  expect(write('deposits', SANDBOX)).toBe(`ZENODO_SANDBOX_TOKEN=${SECRET}\n`);
  expect(write('renviron', ZENODO)).toBe(`ZENODO_PAT=${SECRET}\n`);
  expect(JSON.parse(write('fairly', ZENODO))).toEqual({ zenodo: { token: SECRET } });
});

test('programs get their own names', () => {
  expect(variable(write('zenodo-token', ZENODO), 'ZENODO_TOKEN')).toBe(SECRET);
  expect(variable(write('snakemake', ZENODO), 'SNAKEMAKE_STORAGE_ZENODO_ACCESS_TOKEN')).toBe(SECRET);
  expect(inShell(`printf '%s\\n' ${write('zenodo-get', ZENODO)}`)).toBe(`--access-token\n${SECRET}\n`);
  expect(inShell(`printf '%s\\n' ${write('zenodo-get', SANDBOX)}`)).toBe(
    `--sandbox\n--access-token\n${SECRET}\n`,
  );
});

test('curl asks the token’s own site for something that needs a user', () => {
  const asked = inShell(`curl() { printf '%s\\n' "$@"; }\n${write('curl', OTHER)}`);
  expect(asked).toBe(
    `-H\nAuthorization: Bearer ${SECRET}\nhttps://data.example.edu/api/user/records?size=1\n`,
  );
});

test('a snippet is offered only where it holds', () => {
  expect(offered(OTHER)).toEqual(['iga', 'invenio-rest', 'header', 'curl']);
  const mainOnly = ['fairly', 'zenodo-token', 'snakemake', 'renviron'];
  expect(offered(ZENODO)).toEqual(expect.arrayContaining(mainOnly));
  expect(offered(SANDBOX)).toEqual(offered(ZENODO).filter((id) => !mainOnly.includes(id)));
});

test('the page that manages a token is its own, else the list', () => {
  expect(provider.manageUrl(SANDBOX)).toBe(`https://sandbox.zenodo.org${TOKENS}/4711/`);
  const list = 'https://zenodo.org/account/settings/applications/';
  expect(provider.manageUrl(at('https://zenodo.org', null))).toBe(list);
  expect(provider.manageUrl(at('https://zenodo.org', '1/revoke'))).toBe(list);
  expect(provider.createUrl('zenodo.org')).toBe(`https://zenodo.org${TOKENS}/new/`);
});
