/**
 * What `npm run test:fresh -- --debian` runs in namespaces of its own: makes a Debian 12 in a folder, puts a
 * clone and this machine's Node into it, and runs npm there. It takes a plan as JSON: `root`, the folder to
 * make; `from`, the repository; `env`; `commands`, each the arguments of npm.
 */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const { root, from, env, commands } = JSON.parse(process.argv[2]);
const MIRROR = 'http://deb.debian.org';
const RELEASE = 'bookworm';
const FOLDER = '/srv/a folder/seenonce';

/** Runs a program to its end, says what it said only where it failed, and gives it otherwise. */
function quietly(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0)
    throw new Error(`${program} failed: ${error?.message ?? ''}\n${`${stdout}${stderr}`.slice(-2_000)}`);
  return stdout;
}

/** A file of this machine, at the same place in there. */
function bring(file) {
  mkdirSync(join(root, dirname(file)), { recursive: true });
  copyFileSync(file, join(root, file));
}

function debian() {
  quietly(
    'debootstrap',
    '--variant=minbase',
    '--include=fonts-dejavu-core',
    RELEASE,
    root,
    `${MIRROR}/debian`,
  );
  writeFileSync(
    join(root, 'etc/apt/sources.list'),
    [
      `deb ${MIRROR}/debian ${RELEASE} main`,
      `deb ${MIRROR}/debian ${RELEASE}-updates main`,
      `deb ${MIRROR}/debian-security ${RELEASE}-security main`,
      '',
    ].join('\n'),
  );
}

/** What npm and apt need here to reach their registries: names, certificates, and apt's own settings. */
function connect() {
  for (const file of ['/etc/resolv.conf', '/etc/hosts']) bring(file);
  const files = Object.values(env).filter((value) => statSync(value, { throwIfNoEntry: false })?.isFile());
  for (const file of files) bring(file);
  const settings = quietly('apt-config', 'dump').split('\n');
  const acquire = settings.filter((line) => /^Acquire::(http|https|Check-\w+|Retries)\b/.test(line));
  appendFileSync(join(root, 'etc/apt/apt.conf.d/90here'), acquire.join('\n'));
}

/** Node and npm of this machine. */
function node() {
  copyFileSync(process.execPath, join(root, 'usr/local/bin/node'));
  cpSync(dirname(dirname(process.env.npm_execpath)), join(root, 'usr/local/lib/node_modules/npm'), {
    recursive: true,
  });
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'));
  symlinkSync('../lib/node_modules/npm/bin/npx-cli.js', join(root, 'usr/local/bin/npx'));
}

function mount(type, folder) {
  mkdirSync(join(root, folder), { recursive: true });
  quietly('mount', '-t', type, type, join(root, folder));
}

/** Runs npm in there; gives its exit code. */
function npm(args) {
  console.log(`\n— npm ${args.join(' ')}`);
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const inside = ['/usr/bin/env', '-i', '-C', FOLDER, ...variables, 'npm', ...args];
  return spawnSync('chroot', [root, ...inside], { stdio: ['ignore', 'inherit', 'inherit'] }).status ?? 1;
}

console.log('Making a minimal Debian 12, which takes a minute or two.');
debian();
connect();
node();
mount('proc', 'proc');
mount('tmpfs', 'dev/shm');
mount('devpts', 'dev/pts');
mkdirSync(join(root, env.HOME), { recursive: true });
// Not linked: what is done in there is done to a copy.
quietly('git', 'clone', '--quiet', '--no-hardlinks', from, join(root, FOLDER));
const packages = quietly('chroot', root, 'dpkg-query', '-W', '-f', '${binary:Package}\n').trim().split('\n');
console.log(
  `In ${FOLDER} of a Debian with ${packages.length} packages and Node ${process.version}, with the environment ${JSON.stringify(env, null, 2)}`,
);
let status = 0;
for (const args of commands) status ||= npm(args);
process.exit(status);
