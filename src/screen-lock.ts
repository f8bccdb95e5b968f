/** What this browser tells of the computer's screen: the background acts on it, and the options page says it. */
import browser from './browser';

/** Where the lock of the screen is not told, nobody is at the computer after this time without mouse and keyboard. */
export const AWAY_MINUTES = 5;

/** Firefox (153) knows "active" and "idle" alone, and has no constant for more. */
export function tellsScreenLock(): boolean {
  // Both browsers have these constants; the polyfill's types have them not.
  const { IdleState } = browser.idle as { readonly IdleState?: Readonly<Record<string, string>> };
  return IdleState === undefined || 'LOCKED' in IdleState;
}
