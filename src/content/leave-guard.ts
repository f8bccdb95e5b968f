/**
 * Asks before the page is left while a token on it is unsaved. Browsers ask only after a gesture on that
 * page, so holding is the guarantee and asking the courtesy. Registered only while needed: a
 * `beforeunload` listener keeps a page out of the back/forward cache.
 */
export function leaveGuard(window: Window): (on: boolean) => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  return (on) => window[on ? 'addEventListener' : 'removeEventListener']('beforeunload', ask);
}
