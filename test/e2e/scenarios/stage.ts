/** What most scenarios begin with, and end with. */
import { afterAll, beforeAll } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../../practice/server';
import type { BrowserDriver } from '../../support/driver';

export type Launcher<Browser extends BrowserDriver = BrowserDriver> = (
  sites: PracticeSites,
) => Promise<Browser>;

/** Where tests play: the practice sites, and a browser with SeenOnce that takes them for the real ones. */
export type Stage<Browser extends BrowserDriver = BrowserDriver> = {
  readonly sites: PracticeSites;
  readonly browser: Browser;
};

/**
 * Sets both up before the tests of the surrounding `describe`, and takes them down after those.
 * @param prepare what else is done before the first test
 * @param ms how long all of it may take; vitest's limit for hooks, if not given
 */
export function stage<Browser extends BrowserDriver>(
  launch: Launcher<Browser>,
  prepare?: (set: Stage<Browser>) => Promise<unknown>,
  ms?: number,
): Stage<Browser> {
  let sites: PracticeSites | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    sites = await startPracticeSites();
    browser = await launch(sites);
    await prepare?.({ sites, browser });
  }, ms);
  afterAll(async () => {
    await browser?.quit();
    await sites?.close();
  });
  return {
    get sites() {
      return set(sites);
    },
    get browser() {
      return set(browser);
    },
  };
}

function set<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The stage is set before the first test, and not earlier.');
  return part;
}
