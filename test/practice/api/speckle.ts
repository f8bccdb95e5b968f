/** Speckle's GraphQL, the one question. Where no header comes, the cookie counts; where both are missing, it answers for nobody. */
import type { Ask, Reply } from '../site';
import { bearer, hasSession, json, open, preflight } from './answers';
import type { Known } from './api';

export function speckleApi(ask: Ask, known: Known): Reply | null {
  const { method, url } = ask;
  if (url.pathname !== '/graphql') return null;
  if (method === 'OPTIONS') return preflight('authorization, content-type');
  // The practice pages make their tokens by a form at the same address.
  if (ask.headers['content-type'] !== 'application/json') return null;
  const secret = bearer(ask);
  const token = secret === null ? null : known(url.host, secret);
  if (secret !== null && !token) return json(403, { error: 'Your token is not valid.' }, open());
  if (token && !token.scopes.includes('profile:read')) {
    const error = { message: 'You do not have the required privileges.', extensions: { code: 'FORBIDDEN' } };
    return json(200, { data: { activeUser: null }, errors: [error] }, open());
  }
  const isUser = token !== null || hasSession(ask);
  const email = token?.scopes.includes('profile:email') ? 'gaze-lab@example.org' : null;
  const activeUser = isUser ? { id: 'ab12cd34ef', name: 'Gaze Lab', email } : null;
  return json(200, { data: { activeUser } }, open());
}
