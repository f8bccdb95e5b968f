/** What the vault costs with 10,000 tokens in it: unlocking, listing, searching. Times are medians in ms. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ChromiumDriver } from '../support/chromium-driver';
import { ask, asking } from '../support/ask';
import { OWN_PAGES, until, type Tab } from '../support/driver';
import { madeTokens } from '../support/made-tokens';
import { lock, PASSPHRASE, unlock } from '../e2e/scenarios/vault';
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

/** From an empty document to the first row of the list, as the user sees it: navigation included. */
async function firstPaint(browser: ChromiumDriver, stop: boolean): Promise<number> {
  if (stop) await browser.stopBackground();
  const popup = await browser.openOwn('popup');
  const time = await popup.run<number>(`new Promise((resolve) => {
    const look = () => {
      const row = document.querySelector('[aria-label="Tokens"] li, [role=list] li');
      if (row) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  })`);
  await popup.close();
  return time;
}

/** The control: a page of the extension with nothing in it, opened likewise, to its first frame. */
async function emptyPage(browser: ChromiumDriver): Promise<number> {
  const popup = await browser.openOwn('popup');
  const url = await popup.url();
  await popup.close();
  const empty = await browser.open(url.replace(OWN_PAGES.popup, 'src/clipboard/offscreen.html'));
  const time = await empty.run<number>(
    'new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())))',
  );
  await empty.close();
  return time;
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

/** @param browser with a vault, unlocked; it holds 10,000 tokens more afterwards */
export async function vaultRows(browser: ChromiumDriver): Promise<Row[]> {
  const few = await times(RUNS, () => firstPaint(browser, false));
  const popup = await browser.openOwn('popup');
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
  const paintWarm = await times(RUNS, () => firstPaint(browser, false));
  const empty = await times(RUNS, () => emptyPage(browser));
  const paintCold = await times(RUNS, () => firstPaint(browser, true));
  const alone = await times(5, () => scryptAlone(browser));
  const unlocked = await times(5, () => unlocking(browser));
  const unlockTime = median(unlocked.map(({ time }) => time));
  const more = (unlockTime / median(alone) - 1) * 100;
  return [
    [`${TOKENS} tokens restored, sealed and listed`, ms(filled), ''],
    [`list of ${TOKENS}, first 50, warm`, ms(median(warm)), '100 ms'],
    ['the same from the index on the disk, read and opened', ms(median(started)), '100 ms'],
    ['the same with a stopped worker', ms(median(cold)), ''],
    [`a search in ${TOKENS}`, ms(median(searches)), '30 ms'],
    [
      `popup, opened as a tab, to its first row, ${TOKENS} tokens, warm`,
      `${ms(median(paintWarm))}; with a few tokens ${ms(median(few))}; an empty page ${ms(median(empty))}`,
      '100 ms',
    ],
    ['the same with a stopped worker', ms(median(paintCold)), '200 ms'],
    [
      'unlock, click to open list',
      `${ms(unlockTime)}; scrypt alone ${ms(median(alone))}; ${more.toFixed(1)} % more`,
      '5 % more',
    ],
    ['longest stall of the page meanwhile', ms(median(unlocked.map(({ stall }) => stall))), '50 ms'],
  ];
}
