/** What the vault costs with 10,000 tokens in it: unlocking, listing, searching. Times are medians in ms. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChromiumDriver } from '../support/chromium-driver';
import { ask, asking } from '../support/ask';
import { OWN_PAGES, until, type Tab } from '../support/driver';
import { madeTokens } from '../support/made-tokens';
import { lock, PASSPHRASE, unlock } from '../e2e/steps/vault';
import { median, ms, type Row } from './figures';

const DIST = join(import.meta.dirname, '../../dist/chromium');
const TOKENS = 10_000;
const RUNS = 9;

/** Puts tokens into the open vault as a restore does, a hundred at a time. */
async function fill(own: Tab): Promise<void> {
  const tokens = madeTokens(TOKENS, '2026-11-25T10:00:00.000Z');
  for (let from = 0; from < TOKENS; from += 100)
    await ask(own, 'ui:restore', { tokens: tokens.slice(from, from + 100), notes: [] });
  await until('the whole list', async () => {
    const { total } = await ask(own, 'ui:list', { query: '', from: 0, count: 1 });
    return total >= TOKENS;
  });
}

async function timed(tab: Tab, query: string): Promise<number> {
  return tab.run<number>(`(async () => {
    const start = performance.now();
    const { value } = await ${asking('ui:list', { query, from: 0, count: 50 })};
    const time = performance.now() - start;
    if (value.total < ${TOKENS} || value.opening) throw new Error('The list is not complete.');
    return time;
  })()`);
}

/**
 * From the navigation on: when the frame is drawn that has the first row of the list, and what the browser
 * itself calls the first contentful paint, which is when it is on the screen.
 * @param row its selector; `null`: the first frame of a page that paints nothing
 */
const drawnScript = (row: string | null): string => `
  const frame = new Promise((resolve) => {
    const drawn = () => requestAnimationFrame(() => resolve(performance.now()));
    if (${row === null}) return void drawn();
    new MutationObserver((_, observer) => {
      if (!document.querySelector(${JSON.stringify(row)})) return;
      observer.disconnect();
      drawn();
    }).observe(document, { childList: true, subtree: true });
  });
  const painted = new Promise((resolve) => {
    if (${row === null}) return void resolve(0);
    new PerformanceObserver((list, observer) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (!paint) return;
      observer.disconnect();
      resolve(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  window.drawn = Promise.all([frame, painted]).then(([frame, painted]) => ({ frame, painted }));
`;

type Paint = { readonly frame: number; readonly painted: number };

async function paintOf(browser: ChromiumDriver, url: string, row: string | null): Promise<Paint> {
  const page = await browser.context.newPage();
  await page.addInitScript(drawnScript(row));
  await page.goto(url);
  const seen = await page.evaluate<Paint>('window.drawn');
  await page.close();
  return seen;
}

/** The popup as an ordinary tab: a new one, its document included. */
function firstPaint(browser: ChromiumDriver, url: string): Promise<Paint> {
  return paintOf(browser, url, '[aria-label="Tokens"] li');
}

/** The control: a page of the extension with nothing in it. */
function emptyPage(browser: ChromiumDriver, url: string): Promise<Paint> {
  return paintOf(browser, url.replace(OWN_PAGES.popup, 'src/clipboard/offscreen.html'), null);
}

/** The unlock form, from the click to the open list, with the longest time in which the page stood still. */
async function unlocking(browser: ChromiumDriver) {
  await lock(browser);
  const popup = await browser.openOwn('popup');
  await popup.run(`(() => {
    window.stall = 0;
    let before = performance.now();
    const tick = () => {
      const now = performance.now();
      window.stall = Math.max(window.stall, now - before);
      before = now;
      setTimeout(tick, 0);
    };
    tick();
    addEventListener('submit', () => { window.stall = 0; window.begun = performance.now(); }, true);
    new MutationObserver(() => {
      if (document.querySelector('input[type=search]')) window.opened ??= performance.now();
    }).observe(document, { childList: true, subtree: true });
  })()`);
  await unlock(popup);
  const seen = await popup.run<{ time: number; stall: number }>(
    `({ time: window.opened - window.begun, stall: window.stall })`,
  );
  await popup.close();
  return seen;
}

/** The control: scrypt alone, in the same worker of the same browser. */
async function scryptAlone(browser: ChromiumDriver): Promise<number> {
  const file = readdirSync(join(DIST, 'assets')).find((name) => name.startsWith('scrypt.worker-'));
  const popup = await browser.openOwn('popup');
  const { passphrase: slots } = await ask(popup, 'ui:slots', null);
  const time = await popup.run<number>(`(async () => {
    const slots = ${JSON.stringify(slots)};
    const start = performance.now();
    const worker = new Worker('/assets/${file}', { type: 'module' });
    const answered = new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data)));
    worker.postMessage({ name: 'open', ask: { slots, passphrase: ${JSON.stringify(PASSPHRASE)} } });
    if (!(await answered)?.answer) throw new Error('It did not open.');
    worker.terminate();
    return performance.now() - start;
  })()`);
  await popup.close();
  return time;
}

async function times<T>(runs: number, run: () => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let n = 0; n < runs; n += 1) found.push(await run());
  return found;
}

const paints = (seen: readonly Paint[]): string =>
  `${ms(median(seen.map(({ frame }) => frame)))} (${ms(median(seen.map(({ painted }) => painted)))})`;

/** @param browser with a vault, unlocked; it holds 10,000 tokens more afterwards */
export async function vaultRows(browser: ChromiumDriver): Promise<Row[]> {
  const popup = await browser.openOwn('popup');
  const url = await popup.url();
  const few = await times(RUNS, () => firstPaint(browser, url));
  const begun = performance.now();
  await fill(popup);
  const filled = performance.now() - begun;
  await timed(popup, '');
  const warm = await times(RUNS, () => timed(popup, ''));
  const cold = await times(RUNS, async () => {
    await browser.stopBackground();
    return timed(popup, '');
  });
  const started = await times(RUNS, async () => {
    await browser.stopBackground();
    await ask(popup, 'ui:settings', null);
    return timed(popup, '');
  });
  const searches = await times(RUNS, () => timed(popup, 'deposit 99'));
  await popup.close();
  const paintWarm = await times(RUNS, () => firstPaint(browser, url));
  const empty = await times(RUNS, () => emptyPage(browser, url));
  const paintCold = await times(RUNS, async () => {
    await browser.stopBackground();
    return firstPaint(browser, url);
  });
  // By turns: within a minute this machine gets slower or faster by more than what is measured.
  const unlocked = await times(RUNS, async () => ({
    alone: await scryptAlone(browser),
    ...(await unlocking(browser)),
  }));
  const unlockTime = median(unlocked.map(({ time }) => time));
  const alone = median(unlocked.map((run) => run.alone));
  const more = (unlockTime / alone - 1) * 100;
  return [
    [`${TOKENS} tokens restored, sealed and listed`, ms(filled), ''],
    [`list of ${TOKENS}, first 50, warm`, ms(median(warm)), '100 ms'],
    ['the same from the index on the disk, read and opened', ms(median(started)), '100 ms'],
    ['the same with a stopped worker', ms(median(cold)), ''],
    [`a search in ${TOKENS}`, ms(median(searches)), '30 ms'],
    [
      `popup as a tab, frame with its first row (first contentful paint), ${TOKENS} tokens, warm`,
      `${paints(paintWarm)}; with a few tokens ${paints(few)}; an empty page ${ms(median(empty.map(({ frame }) => frame)))}`,
      '100 ms',
    ],
    ['the same with a stopped worker', paints(paintCold), '200 ms'],
    [
      'unlock, click to open list',
      `${ms(unlockTime)}; scrypt alone ${ms(alone)}; ${more.toFixed(1)} % more`,
      '5 % more',
    ],
    ['longest stall of the page meanwhile', ms(median(unlocked.map(({ stall }) => stall))), '50 ms'],
  ];
}
