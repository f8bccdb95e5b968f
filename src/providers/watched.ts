/** Where SeenOnce is to look: the hosts that are built in and people's own servers, without what is switched off. */
import type { Sites } from '../messages/protocol';
import { listed } from '../text/dates';
import { counted, text } from '../text/text';
import { providers } from '.';

/** Hosts under one name: a provider's, or one server of somebody's own. */
export type WatchedPlace = { readonly name: string; readonly matches: readonly string[] };

/** `https://*.ghe.com/*` -> `*.ghe.com`. */
export function hostOfPattern(pattern: string): string {
  return pattern.slice('https://'.length, -'/*'.length);
}

/** The provider's patterns, without hosts that are switched off by themselves ("Never on this site"). */
export function matchesLeft(matches: readonly string[], off: Sites['off']): string[] {
  return matches.filter((pattern) => !off.some((site) => pattern === `${site}/*`));
}

/** The places that are not switched off. */
export function watchedPlaces({ servers, off }: Sites): WatchedPlace[] {
  const builtIn = providers
    .filter(({ id }) => !off.includes(id))
    .map(({ name, matches }) => ({ name, matches: matchesLeft(matches, off) }));
  const own = Object.keys(servers)
    .filter((origin) => !off.includes(origin))
    .map((origin) => ({ name: new URL(origin).host, matches: [`${origin}/*`] }));
  return [...builtIn, ...own];
}

/** What a part of a place is called: "OSF" with its main host, which is the first, else "test.osf.io", "8 hosts of OSF". */
export function partName({ name, matches }: WatchedPlace, part: readonly string[]): string {
  const [host] = part;
  if (host === undefined || host === matches[0]) return name;
  return part.length === 1 ? hostOfPattern(host) : counted('places_hosts_of', part.length, { name });
}

/** The same beside the place's name: "it", "osf.io and test.osf.io", "3 of its hosts". */
export function partOfIt({ matches }: WatchedPlace, part: readonly string[]): string {
  if (part.length === matches.length) return text('places_it');
  return part.length > 2 ? counted('places_its_hosts', part.length) : inWords(part.map(hostOfPattern));
}

/** As many names as one line has room for. */
const NAMED = 4;

/** "GitHub", "GitHub and OSF", "GitHub, OSF and Zenodo", "GitHub, OSF, Zenodo and 3 more". */
export function inWords(names: readonly string[]): string {
  const rest = names.length - NAMED + 1;
  return listed(rest > 1 ? [...names.slice(0, NAMED - 1), counted('places_and_more', rest)] : names);
}
