/** "Check this token" on GitHub, its cloud and people's servers. REST manual, November 2026. */
import { TOLD_NOTHING, type Answered, type Expiry, type Verdict, type Verify } from '../provider';
import { jsonText, retryAfter } from '../read';
import { apiOf, isEnterpriseServer } from './places';

/**
 * `2021-10-07 19:07:53 UTC` (announced July 2021) or `2027-03-31 00:00:00 +0900` (seen 2024); the header is
 * there only for a token that expires.
 */
const EXPIRATION = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (?:UTC|([+-]\d\d):?(\d\d))$/;

function expiryOf(header: string | null): Expiry {
  const [, day, time, hours, minutes] = EXPIRATION.exec(header ?? '') ?? [];
  if (!day || !time) return null;
  const at = new Date(`${day}T${time}${hours ? `${hours}:${minutes}` : 'Z'}`);
  // No calendar has a 31 February.
  return Number.isNaN(at.getTime()) ? null : { at: at.toISOString() };
}

/** A comma list for classic tokens, empty for one without scopes; fine-grained ones have no such header. */
function scopesOf(header: string | null): readonly string[] | null {
  return (
    header
      ?.split(',')
      .map((scope) => scope.trim())
      .filter(Boolean) ?? null
  );
}

/** Too many requests come as 429 or 403, also where too many bad tokens were tried from one address. */
function isLimit({ status, header, body }: Answered): boolean {
  if (status === 429) return true;
  const words = jsonText(body, 'message') ?? '';
  const spent = header('X-RateLimit-Remaining') === '0' || retryAfter(header) !== null;
  return status === 403 && (spent || /rate limit|login attempts/i.test(words));
}

function read(answer: Answered): Verdict {
  const { status, header, body } = answer;
  const account = jsonText(body, 'login');
  if (status === 200 && account !== null) {
    const scopes = scopesOf(header('X-OAuth-Scopes'));
    const expires = expiryOf(header('GitHub-Authentication-Token-Expiration'));
    return { is: 'valid', told: { ...TOLD_NOTHING, account, scopes, expires } };
  }
  // A proxy in between may say 401 for itself, and in no JSON.
  if (status === 401 && jsonText(body, 'message') !== null) return { is: 'refused' };
  if (isLimit(answer)) return { is: 'limited', seconds: retryAfter(header) };
  return { is: 'unexpected', status };
}

export const verify: Verify = {
  questions: ({ origin }) => [
    {
      url: `${apiOf(origin)}/user`,
      method: 'GET',
      // Without X-GitHub-Api-Version: the manual's CORS list lacks it, and today's version is the default.
      headers: { Accept: 'application/vnd.github+json' },
      body: null,
    },
  ],
  read,
  // The cloud answers every origin and hides the header with the expiry; whether somebody's server does, nobody knows.
  permission: ({ origin }) => (isEnterpriseServer(new URL(origin).hostname) ? 'needed' : 'tells-more'),
  remark: ({ kind }) =>
    kind === 'fine-grained'
      ? 'A fine-grained token does not tell its permissions. One that waits for an organisation’s approval is valid too, and reaches only public data there.'
      : 'Single sign-on of an organisation is not part of this: it may still refuse the token.',
};
