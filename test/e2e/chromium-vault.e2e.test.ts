/** The vault in Chromium. */
import { describe } from 'vitest';
import { launchChromium } from '../support/chromium-driver';
import { vaultScenarios } from './scenarios/all';
import { IN_CHROMIUM } from './scenarios/damage';
import { memoryScenarios } from './scenarios/memory';
import { passkeyScenarios } from './scenarios/passkeys';
import { manyTokensScenario } from './scenarios/popup';
import type { Launcher } from './scenarios/stage';

const launch: Launcher = (sites) => launchChromium({ sites });

describe('the vault in Chromium', () => {
  vaultScenarios(launch, { kills: 20, stops: 30, damages: IN_CHROMIUM });
  // Firefox's heap snapshots have no text of strings, and its extensions no passkeys.
  memoryScenarios(launch);
  passkeyScenarios(launch);
  manyTokensScenario(launch);
});
