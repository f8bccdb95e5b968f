/** What `npm run dev` does: a browser on the practice sites whose extension follows the source. */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { displayOf } from '../e2e/steps/displays';
import { launchChromium, type ChromiumDriver } from '../support/chromium-driver';
import { startBuilder, type Builder } from './builder';
import { changesIn } from './changes';
import { interrupted } from './interrupted';
import { reload } from './reload';
import { startPracticeSites } from './server';

const ROOT = join(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist/chromium');
const FOLDERS = ['src', 'public'];
const FILES = ['manifest.json', 'vite.config.ts'];

function tell(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Every file below a folder, with what is in it. */
function contentOf(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]));
}

function areSame(a: string, b: string): boolean {
  const [left, right] = [contentOf(a), contentOf(b)];
  return left.size === right.size && [...left].every(([path, bytes]) => right.get(path)?.equals(bytes));
}

/** `true`: the build is good; otherwise it says what is wrong. */
async function builds({ build }: Builder, andSo: string): Promise<boolean> {
  const faults = await build();
  if (faults.length > 0) tell(`${faults.join('\n')}\nThe build failed. ${andSo}`);
  return faults.length === 0;
}

/** Builds, and loads what was built if it differs. Says what came of it. */
async function follow(browser: ChromiumDriver, builder: Builder, since: number): Promise<void> {
  if (!(await builds(builder, 'What was loaded before stays; mend it, and it goes on.'))) return;
  if (areSame(DIST, browser.folder)) return tell('What is built is the same as before.');
  // The browser has a copy, since a build that fails may leave dist/ empty.
  rmSync(browser.folder, { recursive: true });
  cpSync(DIST, browser.folder, { recursive: true });
  try {
    await reload(browser);
  } catch (error) {
    return tell(`It could not be loaded. ${error instanceof Error ? error.message : String(error)}`);
  }
  tell(`Loaded anew, ${((Date.now() - since) / 1_000).toFixed(1)} s after the change.`);
}

/** Ends with Ctrl+C, and when the window is closed. */
export async function dev({ headless }: { readonly headless: boolean }): Promise<void> {
  const stop = interrupted().then(() => null);
  const changes = changesIn(ROOT, FOLDERS, FILES);
  const builder = startBuilder();
  const sites = await startPracticeSites();
  let browser: ChromiumDriver | null = null;
  try {
    tell('Building SeenOnce.');
    while (!(await builds(builder, 'Mend it, and it goes on.'))) {
      if ((await Promise.race([changes.next(), stop])) === null) return;
    }
    browser = await launchChromium({ sites, headless, endsOnSignals: false });
    const end = Promise.race([browser.closed().then(() => null), stop]);
    // It opens at installation, a moment later, and would come in front.
    await browser.tabAt('welcome.html');
    await displayOf('github/classic').make(browser, 'practice');
    tell(
      headless
        ? 'The browser has no window: this only builds and loads what you save, and says what is wrong with it.'
        : 'A browser of its own shows a practice site that made a token; the others are under their real names, too.',
    );
    tell(`Watching ${FOLDERS.join('/, ')}/, ${FILES.join(' and ')}. Ctrl+C ends it, or closing the window.`);
    for (;;) {
      const since = await Promise.race([changes.next(), end]);
      if (since === null) return;
      await follow(browser, builder, since);
    }
  } finally {
    changes.close();
    builder.close();
    await browser?.quit();
    await sites.close();
  }
}
