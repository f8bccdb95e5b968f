import './scripts/map-group-by.mjs';
import { defineConfig } from 'vitest/config';
import { playwright } from '@vitest/browser-playwright';
export default defineConfig({
  test: {
    include: ['{src,test}/**/*.browser.test.{ts,tsx}'],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({
        launchOptions: { executablePath: '/usr/bin/chromium', chromiumSandbox: false },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
});
