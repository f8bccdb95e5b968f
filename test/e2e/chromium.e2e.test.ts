/** The scenarios in Chromium. */
import { describe } from 'vitest';
import { launchChromium } from '../support/chromium-driver';
import { diskScenarios } from './scenarios/disk';
import { endingScenarios } from './scenarios/endings';
import { losingScenarios } from './scenarios/losing';
import { makingScenarios } from './scenarios/making';
import { navigationScenarios } from './scenarios/navigation';
import { onceScenarios } from './scenarios/once';
import { overlayScenarios } from './scenarios/overlays';
import { practiceScenarios } from './scenarios/practice';
import { saveScenarios, type Launcher } from './scenarios/save';
import { senderScenarios } from './scenarios/senders';
import { updatingScenarios } from './scenarios/updating';

const launch: Launcher = (sites) => launchChromium({ sites });

describe('in Chromium', () => {
  saveScenarios(launch);
  onceScenarios(launch);
  makingScenarios(launch);
  endingScenarios(launch);
  losingScenarios(launch);
  overlayScenarios(launch);
  navigationScenarios({
    launch,
    launchWithLivingPages: (sites) => launchChromium({ sites, backForwardCache: true }),
    launchWithoutExtension: (sites) => launchChromium({ sites, extension: false }),
  });
  senderScenarios(launch);
  updatingScenarios(launch);
  diskScenarios(launch);
  practiceScenarios(launch);
});
