/** The native extension API of the page script, without the polyfill: it would be a third of all bytes injected. */
import type { Sites } from '../messages/protocol';
import { sender } from '../messages/send';
import { isWatched } from '../messages/sites';

type Native = {
  readonly runtime?: { readonly id?: string; sendMessage(message: unknown): Promise<unknown> };
  readonly storage?: {
    readonly local: { get(key: string): Promise<{ readonly sites?: { readonly value: Sites } }> };
    readonly onChanged: { addListener(listener: (changes: object) => void): void };
  };
};

// Firefox and newer Chromium have `browser`, older Chromium `chrome`; both return promises in MV3.
const { browser, chrome } = globalThis as { browser?: Native; chrome?: Native };
const native = browser?.runtime ? browser : chrome;

/** False once the extension was updated or removed: this script is an orphan. */
export function alive(): boolean {
  return native?.runtime?.id !== undefined;
}

/** Asks the background. Never rejects; see `messages/send.ts`. */
export const send = sender((message) => {
  const { runtime } = native ?? {};
  return runtime?.sendMessage(message) ?? Promise.reject(new Error('no extension'));
}, alive);

/** This is a page of somebody's own server: it was in the list when the visit began. */
let own = false;

/** Whether the user lets SeenOnce look at this origin. Without an answer it does: no token is missed. */
export async function watches(origin: string, provider: string): Promise<boolean> {
  try {
    const { sites } = (await native?.storage?.local.get('sites')) ?? {};
    if (!sites) return true;
    const listed = Object.hasOwn(sites.value.servers, origin);
    own ||= listed;
    return (listed || !own) && isWatched(sites.value, origin, provider);
  } catch {
    return true;
  }
}

/** Calls back when the user switched a site off or on, anywhere. */
export function onSites(listener: () => void): void {
  native?.storage?.onChanged.addListener((changes) => {
    if ('sites' in changes) listener();
  });
}
