/**
 * GitHub's `/user`. Its CORS hides one header, the expiry; without a token it says 401, with the browser's
 * cookie too. Lists: REST manual, "Using CORS and JSONP", November 2026.
 */
import type { Ask, Reply } from '../site';
import { bearer, json, open, preflight } from './answers';
import type { Known } from './api';

const ALLOWED =
  'Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, X-Requested-With';
const EXPOSED =
  'ETag, Link, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Poll-Interval';
const SITES: Readonly<Record<string, string>> = { 'api.github.com': 'github.com' };

export function githubApi(ask: Ask, known: Known): Reply | null {
  const { method, url } = ask;
  const isOwnHost = url.host in SITES;
  if (url.pathname !== (isOwnHost ? '/user' : '/api/v3/user'))
    return isOwnHost ? json(404, {}, open()) : null;
  if (method === 'OPTIONS') return preflight(ALLOWED);
  const token = known(SITES[url.host] ?? url.host, bearer(ask) ?? '');
  if (!token) return json(401, { message: 'Bad credentials', status: '401' }, open(EXPOSED));
  return json(
    200,
    { login: 'netlab-demo', id: 7 },
    {
      ...open(EXPOSED),
      ...(token.kind === 'github/classic' && { 'x-oauth-scopes': token.scopes.join(', ') }),
      ...(token.expires && { 'github-authentication-token-expiration': written(token.expires) }),
    },
  );
}

/** `2021-10-07 19:07:53 UTC` */
const written = (instant: string) => `${instant.slice(0, 10)} ${instant.slice(11, 19)} UTC`;
