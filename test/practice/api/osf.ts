/**
 * OSF's root. A browser's own sign-in answers before the header is looked at, so with it every token looks
 * valid; without both the root answers everybody. CORS: any origin, as long as no cookie comes along.
 */
import type { Ask, Reply } from '../site';
import { bearer, hasSession, json, open, preflight } from './answers';
import type { Known } from './api';

export function osfApi(ask: Ask, known: Known): Reply {
  const { method, url } = ask;
  if (method === 'OPTIONS') return preflight('authorization, content-type, accept');
  const headers = hasSession(ask) ? {} : open();
  if (url.pathname !== '/v2/') return json(404, { errors: [{ detail: 'Not found.' }] }, headers);
  const secret = bearer(ask);
  const isUser = hasSession(ask) || known(url.host.slice('api.'.length), secret ?? '') !== null;
  if (secret !== null && !isUser) return json(401, { errors: [{ detail: 'An invalid token.' }] }, headers);
  const user = { data: { id: 'ab1cd', type: 'users', attributes: { full_name: 'Gaze Lab' } } };
  return json(200, { meta: { version: '2.20', current_user: isUser ? user : null } }, headers);
}
