/** Starting and ending Firefox on a profile of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFirefox } from '../../scripts/find-browser.mjs';
import { until } from './driver';
import { Marionette } from './firefox-marionette';

const STARTING_MS = 60_000;

type Preferences = Readonly<Record<string, string | number | boolean>>;

/** What all runs have in common. */
const PREFERENCES: Preferences = {
  'marionette.port': 0, // any that is free; Firefox writes it down
  // Debian's ESR lets its user switch this off; SeenOnce is not signed before a store has signed it.
  'xpinstall.signatures.required': false,
  'extensions.autoDisableScopes': 0,
  // `permissions.request` shows a question that is drawn outside of every page: answered with yes, after a real click.
  'extensions.webextOptionalPermissionPrompts': false,
  'network.proxy.type': 1,
  'network.proxy.failover_direct': false,
  'network.proxy.no_proxies_on': '',
  // Nobody is there to answer; where a test is about the question, it is switched on (firefox-leaving.ts).
  'dom.disable_beforeunload': true,
  'browser.startup.page': 0,
  'browser.newtabpage.enabled': false,
  'browser.sessionstore.interval': 1_000,
  'browser.download.useDownloadDir': true,
  'browser.download.folderList': 2,
  'browser.download.alwaysOpenPanel': false,
  'ui.prefersReducedMotion': 1,
  'dom.w3c_touch_events.enabled': 1,
};

/** A running Firefox and the connection to it. */
export type Running = { readonly process: ChildProcess; readonly marionette: Marionette };

function writePreferences(profile: string, own: Preferences): void {
  const lines = Object.entries({ ...PREFERENCES, ...own }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
}

/** Firefox writes down where it listens; a file that is written at this moment may have a part of the number. */
async function connected(portFile: string): Promise<Marionette | null> {
  const port = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : 0;
  return port > 0 ? Marionette.connect(port) : null;
}

/** Starts Firefox and connects to it. `own`: preferences of this run. */
export async function startFirefox(profile: string, own: Preferences): Promise<Running> {
  const program = findFirefox();
  if (!program) throw new Error('No Firefox ESR is installed; SEENONCE_FIREFOX can name one.');
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  writePreferences(profile, own);
  const process_ = spawn(
    program,
    ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access', '--profile', profile],
    // A group of its own, so that all its processes can be ended at once.
    { stdio: 'ignore', detached: true, env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' } },
  );
  try {
    const marionette = await until('Firefox to listen', () => connected(portFile), STARTING_MS, 20);
    await marionette.begin();
    return { process: process_, marionette };
  } catch (error) {
    await killFirefox(process_);
    throw error;
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

function ended(process_: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (hasEnded(process_)) resolve();
    else process_.once('exit', () => resolve());
  });
}

/** Ends Firefox as a user does. */
export async function quitFirefox({ process: process_, marionette }: Running): Promise<void> {
  // It may be gone before it has answered.
  await marionette.command('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => null);
  try {
    await until('Firefox to end', async () => hasEnded(process_));
  } finally {
    await killFirefox(process_);
    marionette.end();
  }
}

/** Ends all its processes at once. */
export async function killFirefox(process_: ChildProcess): Promise<void> {
  if (process_.pid !== undefined && !hasEnded(process_)) process.kill(-process_.pid, 'SIGKILL');
  await ended(process_);
}
