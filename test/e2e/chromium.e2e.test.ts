/** The scenarios in Chromium. */
import { describe } from 'vitest';
import { launchChromium } from '../support/chromium-driver';
import { scenarios } from './scenarios/all';

describe('in Chromium', () => {
  scenarios(
    {
      launch: (sites) => launchChromium({ sites }),
      launchWithLivingPages: (sites) => launchChromium({ sites, backForwardCache: true }),
      launchWithoutExtension: (sites) => launchChromium({ sites, extension: false }),
    },
    'says so',
  );
});
