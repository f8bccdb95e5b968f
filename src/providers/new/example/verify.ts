/** "Check this token" on Example: a question that only a user may ask. Fill in: where its answers were read, and when. */
import { TOLD_NOTHING, type Answered, type Verdict, type Verify } from '../../provider';
import { jsonText, retryAfter } from '../../read';

/** Only what the API itself says counts: a proxy's or a network's own page is `unexpected`. */
function read({ status, header, body }: Answered): Verdict {
  const account = jsonText(body, 'login');
  if (status === 200 && account !== null) return { is: 'valid', told: { ...TOLD_NOTHING, account } };
  if (status === 401 && jsonText(body, 'message') !== null) return { is: 'refused' };
  if (status === 429) return { is: 'limited', seconds: retryAfter(header) };
  return { is: 'unexpected', status };
}

export const verify: Verify = {
  questions: ({ origin }) => [
    { url: `${origin}/api/user`, method: 'GET', headers: { Accept: 'application/json' }, body: null },
  ],
  read,
  // Fill in: 'no' only where every origin may read the answer (CORS), and where that was seen.
  permission: () => 'needed',
  remark: () => 'Example does not tell which scopes a token has.',
};
