/**
 * A Firefox profile in which SeenOnce is installed already, made once before the tests of a run: a browser on a
 * copy of it starts in half the time of one that makes its databases, its caches and the installation anew.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findFirefox } from '../../scripts/find-browser.mjs';
import { launchFirefox } from './firefox-driver';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the profile; absent where there is no Firefox. */
    readonly firefoxProfile?: string;
  }
}

/** What a running Firefox leaves so that no second one uses the profile. */
const LOCKS = ['lock', '.parentlock'];

/** @returns what deletes it again */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!findFirefox()) return undefined;
  const browser = await launchFirefox({ sites: { hosts: [], port: 0 } });
  await browser.leave();
  for (const file of LOCKS) rmSync(join(browser.profile, file), { force: true });
  project.provide('firefoxProfile', browser.profile);
  return () => browser.quit();
}
