/** The scenarios of the vault as a whole, in Firefox: what must not be lost, and what must not be found. */
import { describe } from 'vitest';
import { launchFirefox } from '../support/firefox-driver';
import { attentionScenarios } from './scenarios/attention';
import { backupScenarios } from './scenarios/backup';
import { crashScenarios } from './scenarios/crashing';
import { damageScenarios, IN_FIREFOX } from './scenarios/damage';
import { diskScenarios } from './scenarios/disk';
import { keyScenarios } from './scenarios/keys';
import { readingScenarios } from './scenarios/reading';
import type { Launcher } from './scenarios/save';
import { stoppingScenarios } from './scenarios/stopping';
import { tabScenarios } from './scenarios/tabs';
import { traceScenarios } from './scenarios/traces';

const launch: Launcher = (sites) => launchFirefox({ sites });

describe('the vault in Firefox', () => {
  attentionScenarios(launch);
  backupScenarios(launch);
  crashScenarios(launch, 6);
  stoppingScenarios(launch, 12);
  tabScenarios(launch);
  diskScenarios(launch);
  traceScenarios(launch);
  damageScenarios(launch, IN_FIREFOX);
  keyScenarios(launch);
  readingScenarios(launch);
});
