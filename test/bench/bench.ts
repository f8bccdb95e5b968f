/**
 * What SeenOnce costs a page, measured in one run beside the same browser without it, because these
 * machines are shared and only differences count. Times are medians and 95th percentiles in ms.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { CDPSession } from 'playwright';
import { extensionScripts, launchChromium, type ChromiumDriver } from '../support/chromium-driver';
import { startPracticeSites } from '../practice/server';
import { createVault } from '../e2e/steps/vault';
import { ms, quantile, type Row } from './figures';
import { vaultRows } from './vault';

const DIST = join(import.meta.dirname, '../../dist/chromium');
const RUNS = 9;
const APPEARANCES = 30;

/** 60 frames, in each of which 100 elements are added and the ones before removed: a busy page. */
const CHURN = `(async () => {
  const box = document.body.appendChild(document.createElement('section'));
  for (let frame = 0; frame < 60; frame += 1) {
    const parts = document.createDocumentFragment();
    for (let i = 0; i < 100; i += 1) {
      const part = document.createElement(i % 10 ? 'div' : 'a');
      part.textContent = 'part ' + i;
      parts.append(part);
    }
    box.replaceChildren(parts);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  box.remove();
})()`;

async function scriptTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}

/** Script time of the churn in every world of the page, ms. */
async function churn(browser: ChromiumDriver, url: string): Promise<number[]> {
  const page = await browser.context.newPage();
  await page.goto(url);
  const cdp = await browser.context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await page.evaluate(CHURN);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = await scriptTime(cdp);
    await page.evaluate(CHURN);
    times.push((await scriptTime(cdp)) - before);
  }
  await page.close();
  return times;
}

/**
 * From the insertion of the element that carries a token to the prompt in the page, and to the frame
 * that draws it (its requestAnimationFrame). The page sees the prompt's host as any page can: as a child of <html>.
 */
const APPEARANCE = `(async (secret, prompted) => {
  const section = document.querySelector('.ui.segment');
  // The page has come to rest, and the insertion falls anywhere in a frame, as a site's does.
  await new Promise((resolve) => setTimeout(resolve, 120 + Math.random() * 16));
  const host = prompted && new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('no prompt came')), 5_000);
    const known = [...document.documentElement.children];
    new MutationObserver((_, observer) => {
      const fresh = [...document.documentElement.children].find((child) => !known.includes(child) && child.matches(':popover-open'));
      if (!fresh) return;
      observer.disconnect();
      resolve(performance.now());
    }).observe(document.documentElement, { childList: true, attributes: true, subtree: true });
  });
  const code = document.createElement('code');
  code.textContent = secret;
  const start = performance.now();
  section.prepend(code);
  const there = prompted ? await host : start;
  const shown = await new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())));
  return { there: there - start, shown: shown - start };
})`;

async function appearances(browser: ChromiumDriver, prompted: boolean) {
  const there: number[] = [];
  const shown: number[] = [];
  for (let i = 0; i < APPEARANCES; i += 1) {
    const page = await browser.context.newPage();
    await page.goto('https://zenodo.org/account/settings/applications/tokens/new/');
    const secret = 'EXAMPLE' + String(i).padStart(13, '0') + 'A'.repeat(40);
    const seen = await page.evaluate<{ there: number; shown: number }>(
      `${APPEARANCE}(${JSON.stringify(secret)}, ${prompted})`,
    );
    there.push(seen.there);
    shown.push(seen.shown);
    await page.close();
  }
  return { there, shown };
}

/** What the content script sends at the sighting, and on a click on Save: sealed, committed, read back. */
const ASK = `(async (name, secret) => {
  const details = { name: 'bench', scopes: null, expires: 'never', account: null, owner: null, manageId: null };
  const seen = { provider: 'zenodo', kind: 'personal', secret, details, path: '/' };
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage({ name, ask: name === 'page:seen' ? seen : { id: null, seen } });
  const time = performance.now() - start;
  if (!answer.ok) throw new Error(answer.failure);
  return time;
})`;

/** @param stop stops the extension's worker before each Save */
async function saves(browser: ChromiumDriver, stop: boolean): Promise<number[]> {
  const page = await browser.context.newPage();
  const cdp = await browser.context.newCDPSession(page);
  const world = new Promise<number>((resolve) => {
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension:')) resolve(context.id);
    });
  });
  await page.goto('https://zenodo.org/account/settings/applications/tokens/new/');
  await cdp.send('Runtime.enable');
  const contextId = await world;
  const ask = async (name: string, secret: string) => {
    const expression = `${ASK}(${JSON.stringify(name)}, ${JSON.stringify(secret)})`;
    const options = { expression, contextId, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error('The bench could not save.');
    return Number(result.value);
  };
  const times: number[] = [];
  for (let i = 0; i < RUNS; i += 1) {
    const secret = `EXAMPLE${stop ? 'S' : 'W'}${String(i).padStart(12, '0')}${'A'.repeat(40)}`;
    await ask('page:seen', secret);
    if (stop) await browser.stopBackground();
    times.push(await ask('page:save', secret));
  }
  await page.close();
  return times;
}

function bytes(): Row[] {
  const manifest = JSON.parse(readFileSync(join(DIST, 'manifest.json'), 'utf8')) as {
    content_scripts: { js: string[]; matches: string[] }[];
  };
  return manifest.content_scripts.map(({ js, matches }) => {
    const code = readFileSync(join(DIST, js[0] ?? ''));
    const sizes = `${code.length} (${gzipSync(code, { level: 9 }).length} gzip)`;
    return [`bytes injected, ${matches[0]}`, sizes, '32000 (13000 gzip)'];
  });
}

/** What stands in the table beside the bytes: on a site that is not a provider's nothing runs at all. */
async function elsewhere(browser: ChromiumDriver): Promise<Row> {
  const page = await browser.context.newPage();
  await page.goto('https://plain.example.edu/');
  const other = await extensionScripts(page);
  await page.goto('https://zenodo.org/');
  const control = await extensionScripts(page);
  await page.close();
  return ['scripts on any other site', `${other}; the control, on zenodo.org, ${control}`, '0'];
}

function print(rows: readonly Row[]): void {
  process.stdout.write('| what | measured | budget |\n|---|---|---|\n');
  for (const row of rows) process.stdout.write(`| ${row.join(' | ')} |\n`);
}

/** Measures everything and prints one table. */
export async function bench(): Promise<void> {
  const sites = await startPracticeSites();
  const rows: Row[] = bytes();
  const control = await launchChromium({ sites, extension: false });
  const browser = await launchChromium({ sites });
  try {
    await createVault(browser);
    rows.push(await elsewhere(browser));
    for (const url of [
      'https://github.com/settings/tokens',
      'https://osf.io/settings/tokens',
      'https://zenodo.org/account/settings/applications/tokens/new/',
      'https://app.speckle.systems/settings/user/developer',
    ]) {
      const without = quantile(await churn(control, url), 0.5);
      const withIt = quantile(await churn(browser, url), 0.5);
      const measured = `${ms(withIt)}; without ${ms(without)}; ${ms(withIt - without)} more`;
      rows.push([`script time in 60 x 100 nodes, ${new URL(url).host}`, measured, '5 ms more']);
    }
    const bare = await appearances(control, false);
    const { there, shown } = await appearances(browser, true);
    const both = (values: readonly number[]) =>
      `${ms(quantile(values, 0.5))} / ${ms(quantile(values, 0.95))}`;
    rows.push(['token inserted to prompt in the page, median / p95', both(there), '']);
    rows.push([
      'token inserted to the frame that shows the prompt, median / p95',
      `${both(shown)}; the frame alone, without SeenOnce, ${both(bare.shown)}`,
      '16.7 / 50 ms',
    ]);
    rows.push([
      'Save to committed acknowledgement, warm, median',
      ms(quantile(await saves(browser, false), 0.5)),
      '10 ms',
    ]);
    rows.push([
      'the same with a stopped worker, median',
      ms(quantile(await saves(browser, true), 0.5)),
      '100 ms',
    ]);
    rows.push(...(await vaultRows(browser)));
  } finally {
    await control.quit();
    await browser.quit();
    await sites.close();
  }
  print(rows);
}
