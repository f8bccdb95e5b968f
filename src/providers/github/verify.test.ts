import { describe, expect, test } from 'vitest';
import { answered, placeOf } from '../../../test/support/verify';
import { verify } from './verify';

const USER = { login: 'netlab-demo', id: 7 };
const BAD = { message: 'Bad credentials', documentation_url: 'https://docs.github.com/rest', status: '401' };

test.each([
  ['https://github.com', 'https://api.github.com/user'],
  ['https://acme.ghe.com', 'https://api.acme.ghe.com/user'],
  ['https://git.example.edu', 'https://git.example.edu/api/v3/user'],
])('of %s %s is asked', (origin, url) => {
  expect(verify.questions(placeOf(origin))).toEqual([
    { url, method: 'GET', headers: { Accept: 'application/vnd.github+json' }, body: null },
  ]);
});

describe('the answer', () => {
  test.each([
    ['of a classic token', { 'X-OAuth-Scopes': 'gist, workflow' }, ['gist', 'workflow']],
    ['of one without scopes', { 'X-OAuth-Scopes': '' }, []],
    ['of a fine-grained one, which has no such header', {}, null],
  ])('%s', (_, headers: Readonly<Record<string, string>>, scopes) => {
    expect(verify.read(answered(200, USER, headers))).toEqual({
      is: 'valid',
      told: { account: 'netlab-demo', scopes, expires: null },
    });
  });

  test.each([
    ['2021-10-07 19:07:53 UTC', { at: '2021-10-07T19:07:53.000Z' }],
    ['2027-03-31 00:00:00 +0900', { at: '2027-03-30T15:00:00.000Z' }],
    ['2027-03-31 00:00:00 -0330', { at: '2027-03-31T03:30:00.000Z' }],
    ['2027-13-31 00:00:00 UTC', null],
    ['next spring', null],
  ])('ends at %s', (header, expires) => {
    const answer = answered(200, USER, { 'GitHub-Authentication-Token-Expiration': header });
    expect(verify.read(answer)).toMatchObject({ is: 'valid', told: { expires } });
  });

  test.each([
    ['a bad or expired one', answered(401, BAD), { is: 'refused' }],
    ['429', answered(429, {}, { 'Retry-After': '60' }), { is: 'limited', seconds: 60 }],
    [
      '403, its limit spent',
      answered(403, { message: 'x' }, { 'X-RateLimit-Remaining': '0' }),
      { is: 'limited', seconds: null },
    ],
    [
      '403 after many bad ones',
      answered(403, { message: 'Maximum number of login attempts exceeded.' }),
      { is: 'limited', seconds: null },
    ],
    ['403 for another reason', answered(403, { message: 'Forbidden' }), { is: 'unexpected', status: 403 }],
    ["a proxy's own 401", answered(401, null), { is: 'unexpected', status: 401 }],
    ["a network's sign-in page", answered(200, null), { is: 'unexpected', status: 200 }],
    ['a redirect', answered(0, null), { is: 'unexpected', status: 0 }],
    ['a failure', answered(502, null), { is: 'unexpected', status: 502 }],
  ])('%s', (_, answer, verdict) => {
    expect(verify.read(answer)).toEqual(verdict);
  });
});

test('a fine-grained token that waits for an approval is weak, and not invalid: that is said', () => {
  expect(verify.remark(placeOf('https://github.com', 'fine-grained'))).toContain('waits for');
  expect(verify.remark(placeOf('https://github.com', 'classic'))).not.toContain('waits for');
});

test.each([
  ['https://github.com', 'tells-more'],
  ['https://acme.ghe.com', 'tells-more'],
  ['https://git.example.edu', 'needed'],
])('%s: the permission is %s', (origin, permission) => {
  expect(verify.permission(placeOf(origin))).toBe(permission);
});
