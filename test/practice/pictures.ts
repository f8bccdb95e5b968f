/** What `npm run pictures` does: five scenes of 1280 x 800, as both stores take them, and the README's picture. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright';
import { displayOf } from '../e2e/steps/displays';
import { createVault, saveOne } from '../e2e/steps/vault';
import { launchChromium, type ChromiumDriver } from '../support/chromium-driver';
import { startPracticeSites } from './server';

const ROOT = join(import.meta.dirname, '../..');
const FOLDER = join(ROOT, 'docs/store/images');
const MOMENT = '1-the-moment-it-appears';
const OVERVIEW = join(ROOT, 'docs/overview.png');
/** CSS px; what both stores take (Chrome Web Store: 1280 x 800 or 640 x 400; addons.mozilla.org: any, 2026). */
const SIZE = { width: 1_280, height: 800 };
const POPUP = { width: 380, height: 560 };

/** Tokens as a laboratory may have them, the newest first; names are ours, values are made by the practice sites. */
const TOKENS = [
  ['speckle/personal', 'BIM sync'],
  ['zenodo/personal', 'dataset uploads'],
  ['osf/personal', 'study archive'],
  ['github/fine-grained', 'analysis, read only'],
] as const;
const NEWEST = 'runner on the lab server';

type Scheme = 'light' | 'dark';

/** A page of the extension at the size at which people see it. */
async function shotOf(
  driver: ChromiumDriver,
  own: 'popup' | 'options',
  size: typeof SIZE,
  scheme: Scheme,
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<Buffer> {
  const tab = await driver.openOwn(own);
  const page = driver.context.pages().at(-1);
  if (!page) throw new Error('The page did not open.');
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.getByRole('searchbox').first().waitFor();
  await prepare(page);
  const shot = await page.screenshot();
  await tab.close();
  return shot;
}

const details = async (page: Page) => {
  await page.getByRole('button', { name: NEWEST, exact: true }).click();
  await page.getByText('Scopes').first().waitFor();
};

/** Of what ends soon the newest is told a moment after it was saved. */
const told = (page: Page) => page.getByText('2 tokens end within 7 days').waitFor();

/** What ends soon stands above them. */
const scopeNotes = (page: Page) =>
  page.locator('#scopes').evaluate((part) => part.scrollIntoView({ behavior: 'instant' }));

/** Pictures beside each other on a plain ground, under one sentence. */
async function scene(
  driver: ChromiumDriver,
  name: string,
  sentence: string,
  shots: readonly Buffer[],
): Promise<void> {
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`);
  const page = await driver.context.newPage();
  await page.setViewportSize(SIZE);
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; place-content: center; gap: 36px; background: #0f3f3c; }
    h1 { margin: 0; color: #fff; font: 600 30px 'Liberation Sans', system-ui, sans-serif; text-align: center; }
    div { display: flex; gap: 40px; justify-content: center; }
    img { border-radius: 8px; box-shadow: 0 8px 32px #0006; }
  </style><h1>${sentence}</h1><div>${images.join('')}</div>`);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.close();
}

/** The README's: the prompt on its page, and below it the popup and the options page. */
async function overview(driver: ChromiumDriver, popup: Buffer, options: Buffer): Promise<void> {
  const at = (image: Buffer) => `data:image/png;base64,${image.toString('base64')}`;
  const moment = readFileSync(join(FOLDER, `${MOMENT}.png`));
  const page = await driver.context.newPage();
  await page.setViewportSize({ width: SIZE.width, height: 1_100 });
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: grid; gap: 20px; background: #dfe5e4; grid-template: 520px 560px / 380px 880px; }
    img { width: 100%; height: 100%; object-fit: cover; object-position: top right; background: #fff; }
    .wide { grid-column: 1 / -1; }
  </style><img class="wide" src="${at(moment)}"><img src="${at(popup)}"><img src="${at(options)}" style="object-position: top left">`);
  await page.screenshot({ path: OVERVIEW });
  await page.close();
}

/** The prompt on the page that shows the token, before and after the click, a quarter larger than life. */
async function promptScenes(driver: ChromiumDriver): Promise<void> {
  const tab = await displayOf('github/classic').make(driver, NEWEST);
  const page = driver.context.pages().at(-1);
  if (!page) throw new Error('The page did not open.');
  const cdp = await driver.context.newCDPSession(page);
  const size = { width: SIZE.width / 1.25, height: SIZE.height / 1.25 };
  await cdp.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1.25, mobile: false });
  const shot = async (name: string) => {
    const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' });
    writeFileSync(join(FOLDER, `${name}.png`), Buffer.from(data, 'base64'));
  };
  await driver.setScheme('light');
  await tab.prompt.says('workflow changes what runs');
  await tab.prompt.ready('Save token');
  await shot(MOMENT);
  await tab.prompt.click('Save token');
  await tab.prompt.announces('Saved');
  await shot('2-saved');
  await tab.close();
}

/** Makes the pictures, and says where they are. Rejects with a sentence where a step does not hold. */
export async function takePictures(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const sites = await startPracticeSites();
  const driver = await launchChromium({ sites });
  try {
    await createVault(driver);
    for (const [kind, name] of TOKENS.toReversed()) await saveOne(driver, kind, name);
    await promptScenes(driver);
    const light = await shotOf(driver, 'popup', POPUP, 'light', told);
    const open = await shotOf(driver, 'popup', POPUP, 'light', details);
    await scene(driver, '3-popup', 'What each token is for, what it permits, when it ends', [light, open]);
    const dark = [
      await shotOf(driver, 'popup', POPUP, 'dark', told),
      await shotOf(driver, 'popup', POPUP, 'dark', details),
    ];
    await scene(driver, '4-popup-dark', 'Light and dark, by keyboard or by mouse', dark);
    const notes = await shotOf(driver, 'options', SIZE, 'light', scopeNotes);
    writeFileSync(join(FOLDER, '5-scope-notes.png'), notes);
    await overview(driver, open, notes);
    process.stdout.write(
      `Five pictures are in ${relative(ROOT, FOLDER)}/, and the README's is ${relative(ROOT, OVERVIEW)}.\n`,
    );
  } finally {
    await driver.quit();
    await sites.close();
  }
}
