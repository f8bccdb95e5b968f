/** The scenarios in Chromium. */
import { describe } from 'vitest';
import { launchChromium } from '../support/chromium-driver';
import { endingScenarios } from './scenarios/endings';
import { makingScenarios } from './scenarios/making';
import { onceScenarios } from './scenarios/once';
import { practiceScenarios } from './scenarios/practice';
import { saveScenarios, type Launcher } from './scenarios/save';

const launch: Launcher = (sites) => launchChromium({ sites });

describe('in Chromium', () => {
  saveScenarios(launch);
  onceScenarios(launch);
  makingScenarios(launch);
  endingScenarios(launch);
  practiceScenarios(launch);
});
