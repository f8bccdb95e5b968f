/**
 * Installs what is missing, so that `npm start` and `npm test` work on a machine that has only Node:
 * the packages, and where apt is there and may be used, Debian's Chromium and (for the tests) Firefox ESR, age,
 * curl, git, Python, Xvfb and xdotool. Runs before any package is there: plain Node.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findBrowser, findFirefox } from './find-browser.mjs';

const root = join(import.meta.dirname, '..');
const onPath = (name) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));
const isRoot = process.getuid?.() === 0;

function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function installPackages() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  const lock = join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.log('Installing the packages.');
  if (!run('npm', ['ci', '--no-audit', '--no-fund']))
    stop('npm could not install the packages; its own words stand above.');
}

/** Debian and its kin, as root or with a sudo that asks nothing. `false`: it could not be. */
export function aptInstall(...packages) {
  if (!onPath('apt-get')) return false;
  const sudo = isRoot ? [] : ['sudo', '-n'];
  if (!isRoot && !(onPath('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0)) return false;
  console.log(`Installing ${packages.join(' and ')}.`);
  // A package that asks its questions in a terminal would wait for an answer.
  const [command, ...args] = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  run(command, [...args, 'update', '-qq']);
  return run(command, [...args, 'install', '-y', '-qq', '--no-install-recommends', ...packages]);
}

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** @param what `tests: true` installs what only the tests need, too */
export function installWhatIsMissing({ tests }) {
  installPackages();
  const missing = (program, name) => (onPath(program) || onPath(`${program}.exe`) ? [] : [name]);
  const packages = [
    ...(findBrowser() ? [] : ['chromium']),
    ...(tests && !findFirefox() ? ['firefox-esr'] : []),
    ...(tests ? missing('age', 'age') : []),
    // What snippets are pasted into.
    ...(tests ? ['curl', 'git', 'python3'].flatMap((program) => missing(program, program)) : []),
    // A screen and keys for what headless browsers do not have: their own menus and commands.
    ...(tests && process.platform === 'linux'
      ? [...missing('Xvfb', 'xvfb'), ...missing('xdotool', 'xdotool')]
      : []),
  ];
  if (packages.length > 0) aptInstall(...packages);
  if (!findBrowser()) {
    stop(
      'SeenOnce needs Chromium, Chrome or Edge: install one, or name it in SEENONCE_BROWSER, and run this again.',
    );
  }
  if (tests && !onPath('age') && !onPath('age.exe')) {
    stop('The tests need the age command line (https://age-encryption.org): install it and run this again.');
  }
}
