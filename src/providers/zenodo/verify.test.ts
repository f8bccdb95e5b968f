import { describe, expect, test } from 'vitest';
import { answered, placeOf } from '../../../test/support/verify';
import { verify } from './verify';

test.each([
  ['https://zenodo.org', 'no'],
  ['https://sandbox.zenodo.org', 'no'],
  ['https://rdm.example.edu', 'needed'],
])('of %s its own records are asked for; the permission: %s', (origin, permission) => {
  const place = placeOf(origin);
  expect(verify.questions(place)).toMatchObject([
    { url: `${origin}/api/user/records?size=1`, method: 'GET' },
  ]);
  expect(verify.permission(place)).toBe(permission);
});

describe('the answer', () => {
  test.each([
    [
      'a list of records',
      answered(200, { hits: { hits: [], total: 0 } }),
      { is: 'valid', told: { account: null, scopes: null, expires: null } },
    ],
    ['403', answered(403, { status: 403, message: 'Permission denied.' }), { is: 'refused' }],
    ['401', answered(401, { status: 401, message: 'x' }), { is: 'refused' }],
    ['403 of what keeps robots away', answered(403, null), { is: 'unexpected', status: 403 }],
    ["a network's sign-in page", answered(200, null), { is: 'unexpected', status: 200 }],
    ['200 that is no list', answered(200, { id: 7 }), { is: 'unexpected', status: 200 }],
    ['204', answered(204, null), { is: 'unexpected', status: 204 }],
    ['404', answered(404, { message: 'x' }), { is: 'unexpected', status: 404 }],
    ['throttled', answered(429, { message: 'x' }, { 'Retry-After': '30' }), { is: 'limited', seconds: 30 }],
    [
      'throttled until a day',
      answered(429, {}, { 'Retry-After': 'Fri, 27 Nov 2026 10:00:00 GMT' }),
      { is: 'limited', seconds: null },
    ],
  ])('%s', (_, answer, verdict) => {
    expect(verify.read(answer)).toEqual(verdict);
  });
});
