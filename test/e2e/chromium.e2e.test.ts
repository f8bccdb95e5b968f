/** The scenarios in Chromium. */
import { describe } from 'vitest';
import { launchChromium } from '../support/chromium-driver';
import { saveScenarios } from './scenarios/save';

describe('in Chromium', () => {
  saveScenarios((sites) => launchChromium({ sites }));
});
