/** "Check this token" on OSF and its test servers: the API's root, which needs no scope. Source of osf.io, November 2026. */
import { TOLD_NOTHING, type Answered, type Verdict, type Verify } from '../provider';
import { jsonAt, jsonText, retryAfter } from '../read';

function read({ status, header, body }: Answered): Verdict {
  const user = jsonAt(body, 'meta', 'current_user');
  // Null: anonymous. The root answers everybody, also where no usable token arrived.
  if (status === 200 && user === null) return { is: 'unheard' };
  // The id, as the site's own pages name the account.
  const account = jsonText(user, 'data', 'id');
  if (status === 200 && account !== null) return { is: 'valid', told: { ...TOLD_NOTHING, account } };
  if (status === 401 && Array.isArray(jsonAt(body, 'errors'))) return { is: 'refused' };
  if (status === 429) return { is: 'limited', seconds: retryAfter(header) };
  return { is: 'unexpected', status };
}

export const verify: Verify = {
  questions: ({ origin }) => [
    {
      url: `https://api.${new URL(origin).host}/v2/`,
      method: 'GET',
      // The version that the site's own pages ask for.
      headers: { Accept: 'application/vnd.api+json;version=2.20' },
      body: null,
    },
  ],
  read,
  // Any origin may ask and read, as long as it sends no cookies (api/base/middleware_cors_signal.py).
  permission: () => 'no',
  remark: () => 'OSF does not tell which scopes a token has.',
};
