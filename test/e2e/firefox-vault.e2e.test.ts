/** The vault in Firefox. */
import { describe } from 'vitest';
import { launchFirefox } from '../support/firefox-driver';
import { vaultScenarios } from './scenarios/all';
import { IN_FIREFOX } from './scenarios/damage';

describe('the vault in Firefox', () => {
  vaultScenarios((sites) => launchFirefox({ sites }), { kills: 6, stops: 12, damages: IN_FIREFOX });
});
