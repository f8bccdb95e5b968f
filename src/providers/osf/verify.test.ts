import { describe, expect, test } from 'vitest';
import { answered, placeOf } from '../../../test/support/verify';
import { verify } from './verify';

const root = (current_user: unknown) => ({ meta: { message: 'Welcome', version: '2.20', current_user } });
const USER = { data: { id: 'ab1cd', type: 'users', attributes: { full_name: 'Gaze Lab' } } };

test.each([
  ['https://osf.io', 'https://api.osf.io/v2/'],
  ['https://test.osf.io', 'https://api.test.osf.io/v2/'],
])('of %s %s is asked, and no permission is needed', (origin, url) => {
  expect(verify.questions(placeOf(origin))).toMatchObject([{ url, method: 'GET', body: null }]);
  expect(verify.permission(placeOf(origin))).toBe('no');
});

describe('the answer', () => {
  test.each([
    [
      'for a user',
      answered(200, root(USER)),
      { is: 'valid', told: { account: 'ab1cd', scopes: null, expires: null } },
    ],
    ['for nobody', answered(200, root(null)), { is: 'unheard' }],
    ['for an invalid one', answered(401, { errors: [{ detail: 'x' }] }), { is: 'refused' }],
    ["a proxy's own 401", answered(401, null), { is: 'unexpected', status: 401 }],
    ['throttled', answered(429, { errors: [] }, { 'Retry-After': '9' }), { is: 'limited', seconds: 9 }],
    [
      'in maintenance',
      answered(503, { meta: { maintenance_mode: true } }),
      { is: 'unexpected', status: 503 },
    ],
    ['that is no root', answered(200, { data: [] }), { is: 'unexpected', status: 200 }],
  ])('%s', (_, answer, verdict) => {
    expect(verify.read(answer)).toEqual(verdict);
  });
});
