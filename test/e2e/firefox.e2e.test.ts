/** The scenarios in Firefox. */
import { describe } from 'vitest';
import { launchFirefox } from '../support/firefox-driver';
import { accessScenarios } from './scenarios/access';
import { controlScenarios } from './scenarios/controls';
import { endingScenarios } from './scenarios/endings';
import { firefoxScenarios } from './scenarios/in-firefox';
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

const launch: Launcher = (sites) => launchFirefox({ sites });
const launchWithout: Launcher = (sites) => launchFirefox({ sites, extension: false });

describe('in Firefox', () => {
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
    launchWithLivingPages: (sites) => launchFirefox({ sites, backForwardCache: true }),
    launchWithoutExtension: launchWithout,
  });
  senderScenarios(launch);
  siteScenarios(launch);
  accessScenarios(launch);
  privateScenarios(launch);
  updatingScenarios(launch, 'goes');
  practiceScenarios(launch);
  firefoxScenarios((sites) => launchFirefox({ sites }));
});
