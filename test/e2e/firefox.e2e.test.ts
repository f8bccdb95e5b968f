/** The scenarios in Firefox. */
import { describe } from 'vitest';
import { launchFirefox } from '../support/firefox-driver';
import { scenarios } from './scenarios/all';
import { firefoxScenarios } from './scenarios/in-firefox';

describe('in Firefox', () => {
  scenarios(
    {
      launch: (sites) => launchFirefox({ sites }),
      launchWithLivingPages: (sites) => launchFirefox({ sites, backForwardCache: true }),
      launchWithoutExtension: (sites) => launchFirefox({ sites, extension: false }),
    },
    'goes',
  );
  firefoxScenarios((sites) => launchFirefox({ sites }));
});
