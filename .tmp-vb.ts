import { launchChromium } from './test/support/chromium-driver';
import { startPracticeSites } from './test/practice/server';
import { createVault } from './test/e2e/scenarios/vault';
import { vaultRows } from './test/bench/vault';
const sites = await startPracticeSites();
const browser = await launchChromium({ sites });
try {
  await createVault(browser);
  for (const r of await vaultRows(browser)) console.log(r.join(' | '));
} finally {
  await browser.quit();
  await sites.close();
}
