/** The loop of `npm run dev`, without a window, in a copy of the source whose path has a space in it. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sourceFiles } from './archives.mjs';
import { findBrowser } from './find-browser.mjs';
import { PASSPHRASE, wrapped } from '../test/e2e/steps/vault';
import { newIdentity } from '../src/vault/slots';
import { asking } from '../test/support/ask';
import { OWN_PAGES, until } from '../test/support/driver';

const ROOT = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'seenonce dev '));
const copy = join(scratch, 'a copy');
/** Where the loop, and nobody else, has what it needs for a while. */
const temporary = join(scratch, 'for a while');

const SCRIPT = 'src/content/begin.ts';
const MESSAGES = 'public/_locales/en/messages.json';

function makeCopy(): void {
  for (const file of sourceFiles(ROOT)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  // Older than what is installed: nothing is to be installed anew, through the link least of all.
  utimesSync(join(copy, 'package-lock.json'), 0, 0);
  mkdirSync(temporary);
}

/** The installed browser, into which a test can look from outside. */
function openBrowser(): string {
  const program = join(scratch, 'browser');
  writeFileSync(program, `#!/bin/sh\nexec '${findBrowser()}' --remote-debugging-port=0 "$@"\n`);
  chmodSync(program, 0o755);
  return program;
}

async function lookInto(): Promise<Browser> {
  const profile = readdirSync(temporary).find((name) => name.startsWith('seenonce-profile-')) ?? '';
  const [port] = readFileSync(join(temporary, profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return chromium.connectOverCDP(`http://127.0.0.1:${port}`);
}

describe('npm run dev', { timeout: 60_000 }, () => {
  let loop: ChildProcess;
  let said = '';
  let seen: Browser;
  /** The options page, which a developer has open. */
  let own: Page;

  /** What the loop says after this was done. */
  const after = async (act: () => void, sentence: string): Promise<string> => {
    const before = said.length;
    act();
    return until(`"${sentence}"`, async () => said.includes(sentence, before) && said.slice(before));
  };
  const change = (file: string, how: (text: string) => string) =>
    writeFileSync(join(copy, file), how(readFileSync(join(copy, file), 'utf8')));
  const mark = (word: string) => (text: string) =>
    `${text}\ndocument.documentElement.dataset.marked = '${word}';\n`;
  const pages = () => seen.contexts().flatMap((context) => context.pages());
  const marked = async (word: string) => {
    const practice = pages().find((page) => page.url().startsWith('https://github.com/'));
    return practice?.locator(`html[data-marked="${word}"]`).count();
  };
  const kept = async () => ({
    stored: await own.evaluate('chrome.storage.local.get("kept")'),
    vault: await own.evaluate(`${asking('ui:status', null)}.then(({ value }) => value.vault)`),
  });

  beforeAll(async () => {
    makeCopy();
    loop = spawn(process.execPath, ['scripts/dev.mjs', '--headless'], {
      cwd: copy,
      env: { ...process.env, TMPDIR: temporary, SEENONCE_BROWSER: openBrowser(), LANGUAGE: 'en' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [loop.stdout, loop.stderr])
      stream?.on('data', (bytes: Buffer) => (said += bytes.toString()));
    await until('the loop', async () => said.includes('Watching src/'), 60_000);
    seen = await lookInto();
    const [context] = seen.contexts();
    if (!context) throw new Error('The browser has no windows.');
    own = await context.newPage();
    await own.goto(new URL(`/${OWN_PAGES.options}`, context.serviceWorkers()[0]?.url()).href);
    await own.evaluate(asking('ui:create', await wrapped(await newIdentity(), PASSPHRASE)));
    await own.evaluate('chrome.storage.local.set({ kept: "EXAMPLE" })');
  }, 60_000);

  afterAll(async () => {
    await seen?.close();
    loop?.kill('SIGKILL');
    rmSync(scratch, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });

  test('shows what was saved, in our pages and in the site’s page that was open, and keeps what is stored', async () => {
    expect(await marked('first'), 'the control').toBe(0);
    expect(await own.getByText('EXAMPLE notes').count(), 'the control').toBe(0);
    expect(await kept(), 'the control').toEqual({ stored: { kept: 'EXAMPLE' }, vault: 'unlocked' });
    await after(() => {
      change(SCRIPT, mark('first'));
      change(MESSAGES, (text) => text.replaceAll('"Scope notes"', '"EXAMPLE notes"'));
    }, 'Loaded anew');
    await until('the new script in the open page', async () => (await marked('first')) === 1);
    await own.getByText('EXAMPLE notes').first().waitFor();
    expect(await kept()).toEqual({ stored: { kept: 'EXAMPLE' }, vault: 'locked' });
  });

  test('leaves the browser alone where what is built stays the same', async () => {
    await after(
      () => change(SCRIPT, (text) => `${text}// EXAMPLE\n`),
      'What is built is the same as before.',
    );
  });

  test('says where a file is broken, keeps what is loaded, and goes on when it is mended', async () => {
    const whole = readFileSync(join(copy, SCRIPT), 'utf8');
    const words = await after(
      () => change(SCRIPT, (text) => `${text}const broken = ;\n`),
      'The build failed',
    );
    expect(words).toContain(`${SCRIPT}:${whole.split('\n').length}`);
    await own.reload();
    await own.getByText('EXAMPLE notes').first().waitFor();
    await after(() => writeFileSync(join(copy, SCRIPT), mark('mended')(whole)), 'Loaded anew');
    await until('the mended script', async () => (await marked('mended')) === 1);
  });

  test('ends with Ctrl+C, and its browser and profile with it', async () => {
    const closed = new Promise((resolve) => seen.on('disconnected', resolve));
    const status = new Promise((resolve) => loop.on('close', resolve));
    loop.kill('SIGINT');
    expect(await status).toBe(0);
    await closed;
    expect(readdirSync(temporary)).toEqual([]);
  });
});
