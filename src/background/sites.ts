/** Which origin belongs to which provider, and where SeenOnce stays silent. */
import type { Sites } from '../messages/protocol';
import { isWatched } from '../messages/sites';
import { Refusal, type PageSender } from '../messages/receive';
import { providerOf, providers } from '../providers';
import type { Provider } from '../providers/provider';
import { sites } from '../storage/items';

let known: Promise<Sites> | null = null;

/** Read once per start of the background, which alone changes it: a question to the disk would stand before every answer. */
export function allSites(): Promise<Sites> {
  if (!known) {
    const reading = sites.get();
    known = reading;
    reading.catch(() => {
      if (known === reading) known = null;
    });
  }
  return known;
}

/** Refuses with `newer`; what was known stays so where it cannot be changed. */
export async function changeSites(change: (now: Sites) => Partial<Sites>): Promise<Sites> {
  const changed = await sites.set(change(await allSites()));
  known = Promise.resolve(changed);
  return changed;
}

/** Switches an origin, or a provider's built-in hosts, off or on again. */
export function setSite(site: string, on: boolean): Promise<Sites> {
  return changeSites(({ off }) => {
    const others = off.filter((each) => each !== site);
    return { off: on ? others : [...others, site] };
  });
}

/** The provider of an origin, built in or added, also where SeenOnce stays silent; `null` for any other origin. */
export async function providerAt(origin: string): Promise<Provider | null> {
  const { servers } = await allSites();
  return providerOf(origin) ?? providerById(servers[origin] ?? '');
}

/** The provider of the sender's origin; refuses any other origin, one that is switched off, and a message that names another provider. */
export async function senderProvider(from: PageSender, named?: string): Promise<Provider> {
  const provider = await providerAt(from.origin);
  if (!provider || (named !== undefined && provider.id !== named)) throw new Refusal('refused');
  if (!isWatched(await allSites(), from.origin, provider.id)) throw new Refusal('refused');
  return provider;
}

/** A provider by its id, as stored in a token. `null`: a later version, or an older one, knew it. */
export function providerById(id: string): Provider | null {
  return providers.find((provider) => provider.id === id) ?? null;
}
