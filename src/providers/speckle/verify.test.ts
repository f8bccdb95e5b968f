import { describe, expect, test } from 'vitest';
import { answered, placeOf } from '../../../test/support/verify';
import { verify } from './verify';

const ORIGIN = 'https://app.speckle.systems';
const data = (user: unknown, field = 'activeUser') => ({ data: { [field]: user } });
const forbidden = { message: 'x', extensions: { code: 'FORBIDDEN' } };
const user = (email: string | null) => ({ id: 'ab12', name: 'Gaze Lab', email });
const valid = (account: string) => ({ is: 'valid', told: { account, scopes: null, expires: null } });

test('one address is asked, first as servers are today, then as they were before 2.9.1', () => {
  const questions = verify.questions(placeOf(ORIGIN));
  for (const { url, method, headers } of questions) {
    expect(url).toBe(`${ORIGIN}/graphql`);
    expect(method).toBe('POST');
    expect(headers).toEqual({ 'Content-Type': 'application/json' });
  }
  expect(questions.map(({ body }) => JSON.parse(body ?? ''))).toEqual([
    { query: 'query { activeUser { id name email } }' },
    { query: 'query { user { id name email } }' },
  ]);
});

describe('the answer', () => {
  test.each([
    ['with profile:email', answered(200, data(user('gaze@example.org'))), valid('gaze@example.org')],
    ['without it', answered(200, data(user(null))), valid('Gaze Lab')],
    [
      'without it, and said so',
      answered(200, { ...data(user(null)), errors: [forbidden] }),
      valid('Gaze Lab'),
    ],
    ['of an older server', answered(200, data(user(null), 'user')), valid('Gaze Lab')],
    [
      'without profile:read',
      answered(200, { ...data(null), errors: [forbidden] }),
      { is: 'lacks', scope: 'profile:read' },
    ],
    [
      'without profile:read, as 403',
      answered(403, { data: null, errors: [forbidden] }),
      { is: 'lacks', scope: 'profile:read' },
    ],
    ['that is not valid', answered(403, { error: 'Your token is not valid.' }), { is: 'refused' }],
    ["a proxy's 403", answered(403, null), { is: 'unexpected', status: 403 }],
    ['for nobody', answered(200, data(null)), { is: 'unheard' }],
    ['throttled', answered(429, null, { 'Retry-After': '2' }), { is: 'limited', seconds: 2 }],
    ['that is no GraphQL', answered(200, null), { is: 'unexpected', status: 200 }],
    [
      'from a server that has no activeUser',
      answered(400, { errors: [{ message: 'x', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] }),
      null,
    ],
    [
      'the same, in words alone',
      answered(400, { errors: [{ message: 'Cannot query field "activeUser" on type "Query".' }] }),
      null,
    ],
  ])('%s', (_, answer, verdict) => {
    expect(verify.read(answer)).toEqual(verdict);
  });
});
