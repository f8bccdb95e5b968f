/** The scenarios of the vault as a whole, in Chromium: what must not be lost, and what must not be found. */
import { describe } from 'vitest';
import { launchChromium } from '../support/chromium-driver';
import { attentionScenarios } from './scenarios/attention';
import { backupScenarios } from './scenarios/backup';
import { crashScenarios } from './scenarios/crashing';
import { damageScenarios, IN_CHROMIUM } from './scenarios/damage';
import { keyScenarios } from './scenarios/keys';
import { memoryScenarios } from './scenarios/memory';
import { passkeyScenarios } from './scenarios/passkeys';
import { readingScenarios } from './scenarios/reading';
import type { Launcher } from './scenarios/save';
import { stoppingScenarios } from './scenarios/stopping';
import { tabScenarios } from './scenarios/tabs';
import { traceScenarios } from './scenarios/traces';

const launch: Launcher = (sites) => launchChromium({ sites });

describe('the vault in Chromium', () => {
  attentionScenarios(launch);
  backupScenarios(launch);
  crashScenarios(launch, 20);
  stoppingScenarios(launch, 30);
  memoryScenarios(launch);
  tabScenarios(launch);
  traceScenarios(launch);
  damageScenarios(launch, IN_CHROMIUM);
  keyScenarios(launch);
  passkeyScenarios(launch);
  readingScenarios(launch);
});
