import { expect, test } from 'vitest';
import { scopes } from './scopes';

test('a permission has the levels that the form offers', () => {
  const levels = (permission: string) =>
    Object.keys(scopes).filter((scope) => scope.startsWith(`${permission}:`));
  expect(levels('contents')).toEqual(['contents:read', 'contents:write']);
  expect(levels('metadata')).toEqual(['metadata:read']);
  expect(levels('workflows')).toEqual(['workflows:write']);
  expect(levels('organization_projects')).toEqual([
    'organization_projects:read',
    'organization_projects:write',
    'organization_projects:admin',
  ]);
});

test('a level names its own risk', () => {
  expect(scopes['contents:read']?.risk).toEqual(['reads']);
  expect(scopes['contents:write']?.risk).toEqual(['reads', 'writes', 'deletes']);
  expect(scopes['profile:write']?.risk).toEqual(['writes']);
  expect(scopes['members:write']?.risk.at(-1)).toBe('administers');
});

test('broad scopes say what would do with less, and where to read about it', () => {
  const broad = Object.entries(scopes).filter(([, scope]) => scope.broad);
  expect(broad.map(([scope]) => scope)).toEqual(
    expect.arrayContaining([
      'repo',
      'workflow',
      'write:packages',
      'admin:org',
      'delete_repo',
      'administration:write',
      'secrets:write',
      'workflows:write',
      'organization_administration:write',
      'organization_secrets:write',
      'organization_self_hosted_runners:write',
      'members:write',
      'keys:write',
      'enterprise_organizations:write',
      'enterprise_people:write',
      'enterprise_sso:write',
    ]),
  );
  const linked = broad.filter(([, scope]) =>
    scope.broad?.narrower?.url.startsWith('https://docs.github.com/'),
  );
  expect(linked).toEqual(broad);
});

test('a permission that GitHub gave up says so', () => {
  expect(scopes['team_discussions:read']?.means).toContain('since 2026');
  expect(scopes['issues:read']?.means).not.toContain('since 2026');
});
