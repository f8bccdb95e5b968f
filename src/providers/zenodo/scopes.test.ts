import { expect, test } from 'vitest';
import { provider } from '.';
import { scopes } from './scopes';

test('every scope that Zenodo’s form offers says that scopes are not enforced', () => {
  expect(provider.enforcesScopes).toBe(false);
  const offered = ['deposit:write', 'deposit:actions', 'user:email'];
  for (const scope of offered) {
    const { lead = '', rest = '' } = scopes[scope]?.broad ?? {};
    expect(`${lead} ${rest}`).toContain('not enforce');
  }
});

test('publishing is ranked above uploading, and both above reading the address', () => {
  expect(scopes['deposit:actions']?.risk.at(-1)).toBe('deletes');
  expect(scopes['deposit:write']?.risk.at(-1)).toBe('writes');
  expect(scopes['user:email']?.risk).toEqual(['reads']);
});
