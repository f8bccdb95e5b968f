/**
 * What most scenarios begin with, and end with. A scenario is written once and runs in the browser of its
 * project (`vite.config.ts`); what is in `chromium/` or `firefox/` needs what only that one has.
 */
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { startPracticeSites, type PracticeSites } from '../practice/server';
import { launchChromium } from '../support/chromium-driver';
import type { BrowserDriver } from '../support/driver';
import { launchFirefox } from '../support/firefox-driver';

export type BrowserName = 'chromium' | 'firefox';

export type Launcher<Browser extends BrowserDriver = BrowserDriver> = (
  sites: PracticeSites,
) => Promise<Browser>;

/** The browser of this run. */
const BROWSER: BrowserName = process.env.SEENONCE_E2E === 'firefox' ? 'firefox' : 'chromium';

/** What is not the same in both browsers: the value for the one of this run. */
export const inBrowser = <T>(values: Readonly<Record<BrowserName, T>>): T => values[BROWSER];

type How = { readonly extension?: boolean; readonly backForwardCache?: boolean };

function launchAs(sites: PracticeSites, how: How): Promise<BrowserDriver> {
  if (BROWSER === 'chromium') return launchChromium({ sites, ...how });
  const ready = inject('firefoxProfile');
  return launchFirefox({ sites, ...how, ...(ready && how.extension !== false && { ready }) });
}

export const launch: Launcher = (sites) => launchAs(sites, {});
/** The same browser without the extension, for controls. */
export const launchWithoutExtension: Launcher = (sites) => launchAs(sites, { extension: false });
/** Pages that are left stay alive for Back. */
export const launchWithLivingPages: Launcher = (sites) => launchAs(sites, { backForwardCache: true });

/** Where tests play: the practice sites, and a browser with SeenOnce that takes them for the real ones. */
export type Stage<Browser extends BrowserDriver = BrowserDriver> = {
  readonly sites: PracticeSites;
  readonly browser: Browser;
};

type Setting = {
  /** Anew for each test, and not once for all. */
  readonly each?: boolean;
  /** The sites' pages may be kept by the browser, and shown again on Back. */
  readonly cached?: boolean;
  /** How long all of it may take; vitest's limit for hooks, if not given. */
  readonly ms?: number;
};

/**
 * Sets both up before the tests of the surrounding `describe`, and takes them down after those.
 * @param prepare what else is done before the first test
 */
export function stage(prepare?: (set: Stage) => Promise<unknown>, setting?: Setting): Stage {
  return stageIn(launch, prepare, setting);
}

/** The same in a browser that is launched in another way. */
export function stageIn<Browser extends BrowserDriver>(
  launcher: Launcher<Browser>,
  prepare?: (set: Stage<Browser>) => Promise<unknown>,
  { each = false, cached = false, ms }: Setting = {},
): Stage<Browser> {
  let sites: PracticeSites | undefined;
  let browser: Browser | undefined;
  const setUp = async () => {
    sites = await startPracticeSites({ cached });
    browser = await launcher(sites);
    await prepare?.({ sites, browser });
  };
  const takeDown = async () => {
    await browser?.quit();
    await sites?.close();
  };
  if (each) {
    beforeEach(setUp, ms);
    afterEach(takeDown);
  } else {
    beforeAll(setUp, ms);
    afterAll(takeDown);
  }
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
