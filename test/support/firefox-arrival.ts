/**
 * Whether another page has come in a tab. Marionette's own wait missed the end of some on a busy machine, and then
 * lasted until its limit (ESR 153, 2026-11).
 */
import type { Window } from './firefox-window';

/** A document that is about to be left: its mark, and its address. */
export type Left = { readonly mark: number; readonly address: string };

/** `(mark)`. On the page's own object: the system world may be another one a moment later. */
const MARK = 'document.wrappedJSObject.leftByTest = arguments[0]; return location.href;';
/**
 * Whether the page is at another address, as a whole, or has another document at the same: `(mark, address)`.
 * A new tab has two empty documents, one after the other.
 */
const HAS_ARRIVED = `
  const [mark, address] = arguments;
  if (document.readyState !== 'complete') return false;
  if (location.href !== address) return true;
  return address !== 'about:blank' && document.wrappedJSObject.leftByTest !== mark;
`;
let marks = 0;

/** Marks the document that is there now. Rejects while one process takes over from another. */
export async function markLeft(window: Window): Promise<Left> {
  const mark = (marks += 1);
  return { mark, address: await window.ask<string>(MARK, mark) };
}

/** Whether it was left for a page that is whole. */
export const hasArrived = (window: Window, { mark, address }: Left): Promise<boolean> =>
  window.script<boolean>('system', HAS_ARRIVED, mark, address).catch(() => false);
