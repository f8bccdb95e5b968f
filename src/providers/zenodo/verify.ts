/**
 * "Check this token" on Zenodo and every InvenioRDM. An invalid token is silently ignored there and the
 * request goes on as anonymous, so the question is one that only a user may ask (source, November 2026;
 * zen4R asks the same).
 */
import { TOLD_NOTHING, type Answered, type Verdict, type Verify } from '../provider';
import { jsonAt, jsonText, retryAfter } from '../read';

const isZenodo = (origin: string) => /^(?:sandbox\.)?zenodo\.org$/.test(new URL(origin).host);

function read({ status, header, body }: Answered): Verdict {
  // A list of records, not whatever a network's sign-in page says with 200.
  if (status === 200 && Array.isArray(jsonAt(body, 'hits', 'hits')))
    return { is: 'valid', told: TOLD_NOTHING };
  // In JSON: what keeps robots away in front of it says 403 in HTML, to valid tokens too.
  if ((status === 403 || status === 401) && jsonText(body, 'message') !== null) return { is: 'refused' };
  if (status === 429) return { is: 'limited', seconds: retryAfter(header) };
  return { is: 'unexpected', status };
}

export const verify: Verify = {
  questions: ({ origin }) => [
    {
      url: `${origin}/api/user/records?size=1`,
      method: 'GET',
      headers: { Accept: 'application/json' },
      body: null,
    },
  ],
  read,
  // Zenodo answers every origin (seen 2023-12), InvenioRDM as it is installed none.
  permission: ({ origin }) => (isZenodo(origin) ? 'no' : 'needed'),
  remark: ({ origin }) =>
    `${isZenodo(origin) ? 'Zenodo' : 'InvenioRDM'} tells neither whose token it is nor its scopes.`,
};
