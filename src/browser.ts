/** The only import of webextension-polyfill: for the background and our own pages. */
import browser from 'webextension-polyfill';
import { sender } from './messages/send';

export default browser;

/** Asks the background. Never rejects; see `messages/send.ts`. */
export const send = sender(
  (message) => browser.runtime.sendMessage(message),
  () => browser.runtime.id !== undefined,
);
