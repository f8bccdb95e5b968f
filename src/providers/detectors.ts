/**
 * Which detector runs on which built-in host: all that the content script needs to know of providers.
 * No scopes, no snippets. The contract test holds the hosts equal to the providers' `matches`.
 */
import { detector as github } from './github/detect';
import { detector as osf } from './osf/detect';
import type { Detector } from './provider';
import { detector as speckle } from './speckle/detect';
import { detector as zenodo } from './zenodo/detect';

export const detectors: readonly Detector[] = [github, osf, zenodo, speckle];

const HOSTS: readonly (readonly [RegExp, Detector])[] = [
  [/^(?:github\.com|(?:[\w-]+\.)*ghe\.com)$/, github],
  [/^(?:(?:test|staging)[2-4]?\.)?osf\.io$/, osf],
  [/^(?:sandbox\.)?zenodo\.org$/, zenodo],
  [/^(?:app|latest)\.speckle\.systems$/, speckle],
];

/** The detector of a built-in host (`URL.host`), or `null`. */
export function detectorFor(host: string): Detector | null {
  return HOSTS.find(([hosts]) => hosts.test(host))?.[1] ?? null;
}
