import { expect, test } from 'vitest';
import type { TokenPlace } from '../provider';
import { provider } from '.';

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

const offered = (token: TokenPlace) =>
  provider.snippets.filter(({ fits }) => fits?.(token) ?? true).map(({ id }) => id);

test('a snippet is offered only where it holds', () => {
  expect(offered(OTHER)).toEqual([
    'iga',
    'invenio-rest',
    'dotenv',
    'powershell',
    'header',
    'curl',
    'requests',
  ]);
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
