/**
 * What the browser keeps SeenOnce from. In Firefox a user can take any host back at any time, in Chromium
 * a site can be set to "on click", and either can withhold hosts at installation. It is asked once per
 * start of the background and after each change, since the question would stand before every answer to a page.
 */
import browser from '../browser';
import type { Withheld } from '../messages/protocol';
import { Refusal, type PageSender } from '../messages/receive';
import type { Provider } from '../providers/provider';
import { inWords, partName, watchedPlaces } from '../providers/watched';
import { allSites, senderProvider } from './sites';

/** The patterns that the browser lists, and its answers for those that it does not. */
type Grants = {
  readonly listed: Promise<ReadonlySet<string>>;
  readonly asked: Map<string, Promise<boolean>>;
};

let grants: Grants | null = null;

async function listed(): Promise<ReadonlySet<string>> {
  const { origins = [] } = await browser.permissions.getAll();
  return new Set(origins);
}

/** The user, or the browser, granted or withheld a host: what was known of that is forgotten. */
export function accessChanged(): void {
  grants = null;
}

async function isGranted(pattern: string): Promise<boolean> {
  grants ??= { listed: listed(), asked: new Map() };
  const { asked, listed: known } = grants;
  if ((await known).has(pattern)) return true;
  // A wider pattern may cover it.
  const answer = asked.get(pattern) ?? browser.permissions.contains({ origins: [pattern] });
  asked.set(pattern, answer);
  return answer;
}

/** The places that are to be watched and that the browser withholds, in whole or in part. */
export async function withheld(): Promise<Withheld[]> {
  const parts = watchedPlaces(await allSites()).map(async (place) => {
    const granted = await Promise.all(place.matches.map(isGranted));
    const origins = place.matches.filter((_, at) => !granted[at]);
    return { name: partName(place, origins), origins };
  });
  return (await Promise.all(parts)).filter(({ origins }) => origins.length > 0);
}

/** "GitHub and OSF", or an empty text. */
export async function withheldWords(): Promise<string> {
  return inWords((await withheld()).map(({ name }) => name));
}

/**
 * Whether the browser lets SeenOnce look at this page. A script stays alive in a page whose host was taken
 * back; and a page whose host is withheld may be lent for once, by a click on the icon.
 */
export async function mayLook({ origin, tabId }: PageSender): Promise<boolean> {
  return (await isGranted(`${origin}/*`)) || isLent(tabId);
}

/** Of a tab's address the browser tells only who may look into it. A script could not ask: Chromium lets it wait for a click. */
async function isLent(tabId: number): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab?.url !== undefined;
}

/** The sender's provider; refuses also where the browser does not let SeenOnce look. */
export async function watchedProvider(from: PageSender, named: string): Promise<Provider> {
  const [provider, may] = await Promise.all([senderProvider(from, named), mayLook(from)]);
  if (!may) throw new Refusal('refused');
  return provider;
}
