/** The scenarios in Chromium. */
import { describe } from 'vitest';
import { launchChromium } from '../support/chromium-driver';
import { diskScenarios } from './scenarios/disk';
import { endingScenarios } from './scenarios/endings';
import { losingScenarios } from './scenarios/losing';
import { makingScenarios } from './scenarios/making';
import { onceScenarios } from './scenarios/once';
import { practiceScenarios } from './scenarios/practice';
import { saveScenarios, type Launcher } from './scenarios/save';
import { senderScenarios } from './scenarios/senders';
import { siteScenarios } from './scenarios/sites';

const launch: Launcher = (sites) => launchChromium({ sites });

describe('in Chromium', () => {
  saveScenarios(launch);
  onceScenarios(launch);
  makingScenarios(launch);
  endingScenarios(launch);
  losingScenarios(launch);
  senderScenarios(launch);
  siteScenarios(launch);
  diskScenarios(launch);
  practiceScenarios(launch);
});
