/** Every screen for everybody. In Chromium alone: the documents and style sheets that are judged are the same in Firefox. */
import { describe } from 'vitest';
import { launchChromium } from '../support/chromium-driver';
import { accessibleScenarios } from './scenarios/accessible';

describe('for everybody, in Chromium', () => {
  accessibleScenarios((sites) => launchChromium({ sites }));
});
