import { expect, test } from 'vitest';
import { scopes } from './scopes';

test('what osf.io offers and what only test hosts offer are told apart', () => {
  const inGroup = (group: string) => Object.keys(scopes).filter((scope) => scopes[scope]?.group === group);
  expect(inGroup('on osf.io')).toEqual([
    'osf.full_read',
    'osf.full_write',
    'osf.users.profile_read',
    'osf.users.email_read',
  ]);
  const ofNodes = ['metadata', 'data', 'access', 'full'].flatMap((part) => [
    `osf.nodes.${part}_read`,
    `osf.nodes.${part}_write`,
  ]);
  expect(inGroup('on test hosts only')).toEqual(['osf.users.profile_write', ...ofNodes]);
});

test('a scope that only reads is ranked so, and the broadest write as administering', () => {
  const reading = Object.keys(scopes).filter((scope) => scope.endsWith('_read'));
  expect(reading).toHaveLength(7);
  for (const scope of reading) expect(scopes[scope]?.risk).toEqual(['reads']);
  expect(scopes['osf.full_write']?.risk.at(-1)).toBe('administers');
  expect(scopes['osf.nodes.data_write']?.risk.at(-1)).toBe('deletes');
});

test('the warning on full_write says what it covers, what it can make, and why it is asked for', () => {
  const { lead = '', rest = '' } = scopes['osf.full_write']?.broad ?? {};
  expect(lead).toContain('all your projects');
  expect(rest).toContain('further tokens');
  expect(rest).toContain('upload');
});
