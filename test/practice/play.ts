/** What `npm start` does: the main job, played headless and told step by step, or shown in a window. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DISPLAYS } from '../e2e/steps/displays';
import { copied, createVault, lock, secretOf, unlock } from '../e2e/steps/vault';
import { launchChromium } from '../support/chromium-driver';
import type { BrowserDriver, Tab } from '../support/driver';
import { interrupted } from './interrupted';
import { startPracticeSites, type PracticeSites } from './server';

const PICTURES = join(import.meta.dirname, '../../pictures');

function tell(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** One picture in light and one in dark. */
async function picture(browser: BrowserDriver, tab: Tab, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  for (const scheme of ['light', 'dark'] as const) {
    await browser.setScheme(scheme);
    await tab.screenshot(join(PICTURES, `${name}-${scheme}.png`));
  }
}

async function saveEach(browser: BrowserDriver): Promise<string[]> {
  const names: string[] = [];
  for (const [index, display] of DISPLAYS.entries()) {
    const name = `practice ${index + 1}`;
    const page = await display.make(browser, name);
    await page.prompt.says(name);
    await page.prompt.ready('Save token');
    if (index === 0) await picture(browser, page, 'prompt');
    await page.prompt.click('Save token');
    await page.prompt.says('Saved.');
    if (index === 0) await picture(browser, page, 'prompt-saved');
    await page.close();
    names.push(name);
    tell(`  ${display.title}: made "${name}" on ${display.host}, clicked Save, and SeenOnce says Saved.`);
  }
  return names;
}

async function giveBack(
  browser: BrowserDriver,
  sites: PracticeSites,
  names: readonly string[],
): Promise<void> {
  const popup = await browser.openOwn('popup');
  await picture(browser, popup, 'popup-locked');
  await unlock(popup);
  tell('Unlocked with the passphrase.');
  for (const name of names) {
    const same = (await copied(popup, name)) === secretOf(sites, name);
    if (!same) throw new Error(`What was copied for "${name}" is not what the site showed.`);
    tell(`  Copied "${name}": it is exactly what the site showed.`);
  }
  await picture(browser, popup, 'popup');
  await popup.click('button', names[0] ?? '');
  await popup.says('Scopes');
  await picture(browser, popup, 'popup-details');
}

async function otherScreens(browser: BrowserDriver): Promise<void> {
  for (const page of ['options', 'welcome'] as const) {
    const tab = await browser.openOwn(page);
    await tab.says(page === 'options' ? 'What each scope' : 'SeenOnce');
    await picture(browser, tab, page);
    for (const part of page === 'options' ? ['vault', 'backup'] : []) {
      await tab.run(`document.getElementById('${part}').scrollIntoView({ behavior: 'instant' })`);
      await picture(browser, tab, `${page}-${part}`);
    }
    await tab.close();
  }
}

/** The whole job without a display. Rejects with a sentence if any step does not hold. */
export async function play(): Promise<void> {
  const sites = await startPracticeSites();
  const browser = await launchChromium({ sites });
  try {
    await createVault(browser);
    await lock(browser);
    tell('Made a vault and locked it: saving needs no passphrase.');
    const names = await saveEach(browser);
    await giveBack(browser, sites, names);
    await otherScreens(browser);
    tell('All five tokens were saved and given back. Pictures of every screen are in pictures/.');
  } finally {
    await browser.quit();
    await sites.close();
  }
}

/** A window with a throw-away profile, SeenOnce loaded and the practice sites in tabs; ends when it is closed, and with Ctrl+C. */
export async function show(): Promise<void> {
  const stop = interrupted();
  const sites = await startPracticeSites();
  const browser = await launchChromium({ sites, headless: false, endsOnSignals: false });
  for (const host of ['github.com', 'osf.io', 'sandbox.zenodo.org', 'app.speckle.systems']) {
    await browser.open(`https://${host}/`);
  }
  tell(
    'The practice sites are open under their real names, in a browser of their own. Close its window to end.',
  );
  await Promise.race([browser.closed(), stop]);
  await browser.quit();
  await sites.close();
}
