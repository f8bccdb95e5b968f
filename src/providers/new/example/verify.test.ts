import { describe, expect, test } from 'vitest';
import { answered, placeOf } from '../../../../test/support/verify';
import { verify } from './verify';

test('the site itself is asked who this is', () => {
  const place = placeOf('https://example.example.org');
  expect(verify.questions(place)).toMatchObject([{ url: 'https://example.example.org/api/user' }]);
});

describe('the answer', () => {
  test.each([
    [
      'for a user',
      answered(200, { login: 'maria' }),
      { is: 'valid', told: { account: 'maria', scopes: null, expires: null } },
    ],
    ['for an invalid one', answered(401, { message: 'x' }), { is: 'refused' }],
    ["a proxy's own 401", answered(401, null), { is: 'unexpected', status: 401 }],
    ["a network's sign-in page", answered(200, null), { is: 'unexpected', status: 200 }],
    ['throttled', answered(429, null, { 'Retry-After': '30' }), { is: 'limited', seconds: 30 }],
  ])('%s', (_, answer, verdict) => {
    expect(verify.read(answer)).toEqual(verdict);
  });
});
