/** The scenarios in Chromium. */
import { describe } from 'vitest';
import { launchChromium } from '../support/chromium-driver';
import { accessScenarios } from './scenarios/access';
import { controlScenarios } from './scenarios/controls';
import { diskScenarios } from './scenarios/disk';
import { endingScenarios } from './scenarios/endings';
import { leavingScenarios } from './scenarios/leaving';
import { losingScenarios } from './scenarios/losing';
import { makingScenarios } from './scenarios/making';
import { navigationScenarios } from './scenarios/navigation';
import { onceScenarios } from './scenarios/once';
import { overlayScenarios } from './scenarios/overlays';
import { practiceScenarios } from './scenarios/practice';
import { privateScenarios } from './scenarios/private';
import { saveScenarios, type Launcher } from './scenarios/save';
import { senderScenarios } from './scenarios/senders';
import { siteScenarios } from './scenarios/sites';
import { unheldScenarios } from './scenarios/unheld';
import { updatingScenarios } from './scenarios/updating';

const launch: Launcher = (sites) => launchChromium({ sites });
const launchWithout: Launcher = (sites) => launchChromium({ sites, extension: false });

describe('in Chromium', () => {
  saveScenarios(launch);
  onceScenarios(launch);
  makingScenarios(launch);
  endingScenarios(launch);
  losingScenarios(launch);
  controlScenarios(launch, launchWithout);
  unheldScenarios(launch);
  leavingScenarios(launch, launchWithout);
  overlayScenarios(launch);
  navigationScenarios({
    launch,
    launchWithLivingPages: (sites) => launchChromium({ sites, backForwardCache: true }),
    launchWithoutExtension: (sites) => launchChromium({ sites, extension: false }),
  });
  senderScenarios(launch);
  siteScenarios(launch);
  accessScenarios(launch);
  privateScenarios(launch);
  updatingScenarios(launch, 'says so');
  diskScenarios(launch);
  practiceScenarios(launch);
});
