/** Which origin belongs to which provider. */
import { providerOf, providers } from '../providers';
import type { Provider } from '../providers/provider';
import { Refusal, type PageSender } from '../messages/receive';

/** The provider of the sender's origin; refuses any other origin, and a message that names another provider. */
export function senderProvider(from: PageSender, named?: string): Provider {
  const provider = providerOf(from.origin);
  if (!provider || (named !== undefined && provider.id !== named)) throw new Refusal('refused');
  return provider;
}

/** A provider by its id, as stored in a token. `null`: a later version, or an older one, knew it. */
export function providerById(id: string): Provider | null {
  return providers.find((provider) => provider.id === id) ?? null;
}
