/**
 * InvenioRDM. A token that is not valid is ignored, and the request goes on: as the browser's own session
 * where it sends its cookie, else as anybody, whom public addresses answer with 200 too.
 */
import type { Ask, Reply } from '../site';
import { bearer, hasSession, json, open, preflight } from './answers';
import type { Known } from './api';

const LIST = { hits: { hits: [], total: 0 } };

export function zenodoApi(ask: Ask, known: Known): Reply | null {
  const { method, url } = ask;
  if (!url.pathname.startsWith('/api/')) return null;
  // Open on Zenodo, off as it is installed elsewhere.
  const isZenodo = url.host.endsWith('zenodo.org');
  const headers = isZenodo ? open() : {};
  if (method === 'OPTIONS') return isZenodo ? preflight('authorization, content-type') : json(405, {});
  if (url.pathname === '/api/records') return json(200, LIST, headers);
  if (url.pathname !== '/api/user/records') return json(404, { status: 404, message: 'Not found.' }, headers);
  const isUser = known(url.host, bearer(ask) ?? '') !== null || hasSession(ask);
  return isUser
    ? json(200, LIST, headers)
    : json(403, { status: 403, message: 'Permission denied.' }, headers);
}
