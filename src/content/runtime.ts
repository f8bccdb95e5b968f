/** The native extension API of the page script, without the polyfill: it would be a third of all bytes injected. */
import { sender } from '../messages/send';

type Native = {
  readonly runtime?: { readonly id?: string; sendMessage(message: unknown): Promise<unknown> };
};

// Firefox and newer Chromium have `browser`, older Chromium `chrome`; both return promises in MV3.
const { browser, chrome } = globalThis as { browser?: Native; chrome?: Native };
const native = browser?.runtime ? browser : chrome;

/** Asks the background. Never rejects; see `messages/send.ts`. */
export const send = sender((message) => {
  const { runtime } = native ?? {};
  return runtime?.sendMessage(message) ?? Promise.reject(new Error('no extension'));
});

/** False once the extension was updated or removed: this script is an orphan. */
export function alive(): boolean {
  return native?.runtime?.id !== undefined;
}
