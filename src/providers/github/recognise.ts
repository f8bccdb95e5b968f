/** How a GitHub Enterprise Server is told: for the options page, and no page of a provider pays for it. */
import type { Page } from '../provider';
import { isEnterpriseServer } from './places';

/** Marks of a GitHub page that people's own servers share (saved pages of 2015 to 2026). */
const HOST_NAME = 'meta[name="expected-hostname"], meta[name="hostname"]';
const SITE_NAME = [
  'meta[property="og:site_name"][content^="GitHub"]',
  'meta[name="application-name"][content^="GitHub"]',
  'link[rel="fluid-icon"][title^="GitHub"]',
  'link[rel="search"][title^="GitHub"]',
].join();

/** Careful: GitHub's own page head, naming the very host it came from, on a host that is not GitHub's cloud. */
export function recognises({ url, document }: Page): boolean {
  return (
    isEnterpriseServer(url.hostname) &&
    document.querySelector(HOST_NAME)?.getAttribute('content') === url.hostname &&
    document.querySelector('meta[name="user-login"]') !== null &&
    document.querySelector(SITE_NAME) !== null
  );
}
