/** The APIs of the practice sites, as far as "Check this token" asks them, with the traps of the real ones. */
import type { Ask, Issued, Reply } from '../site';
import { githubApi } from './github';
import { osfApi } from './osf';
import { speckleApi } from './speckle';
import { zenodoApi } from './zenodo';

/** The token with this secret, if this host made it and it was not revoked. */
export type Known = (host: string, secret: string) => Issued | null;

/** What a browser that opened a page of the site sends by itself. */
export const SESSION = 'session=EXAMPLE';

/** APIs with a host of their own. */
export const API_HOSTS = ['api.github.com', 'api.osf.io', 'api.test.osf.io'];

/** `null`: that is no address of an API. */
export function apiAnswer(ask: Ask, known: Known): Reply | null {
  const { host } = ask.url;
  if (host === 'api.github.com' || host === 'git.example.edu') return githubApi(ask, known);
  if (host.startsWith('api.')) return osfApi(ask, known);
  if (host.includes('speckle')) return speckleApi(ask, known);
  return zenodoApi(ask, known);
}
