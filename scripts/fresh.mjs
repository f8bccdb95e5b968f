/**
 * `npm run test:fresh`: the README's two commands, `npm start` and `npm test`, where nothing of this machine
 * helps them: a fresh clone of the last commit in a folder with a space, an empty home, no language, no
 * display, an odd time zone, and Debian's base fonts alone. `-- --debian` (as root): the same in a minimal
 * Debian 12 that has Node and those fonts, and nothing else. `-- --no-test`: `npm start` alone. Whatever else
 * stands there is given to `npm test`.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { aptInstall } from './install.mjs';

const ROOT = join(import.meta.dirname, '..');
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Where fonts-dejavu-core puts its files; more of the family may lie beside them. */
const FONTS = '/usr/share/fonts/truetype/dejavu';
const BASE_FONTS = ['Sans', 'Sans-Bold', 'SansMono', 'SansMono-Bold', 'Serif', 'Serif-Bold'];
/** By what this machine reaches the registries. */
const NETWORK = /^((https?|no|all)_proxy|NODE_EXTRA_CA_CERTS)$/i;
const NPM_NETWORK = ['registry', 'cafile', 'proxy', 'https-proxy', 'noproxy'];

/** The variables by which npm and apt reach their registries here. */
function network() {
  const { stdout } = spawnSync('npm', ['config', 'list', '--json'], { cwd: ROOT, encoding: 'utf8' });
  const settings = JSON.parse(stdout);
  return Object.fromEntries([
    ...Object.entries(process.env).filter(([name]) => NETWORK.test(name)),
    ...NPM_NETWORK.filter((name) => String(settings[name] ?? '') !== '').map((name) => [
      `npm_config_${name.replaceAll('-', '_')}`,
      String(settings[name]),
    ]),
  ]);
}

/** Chatham's clocks are 12:45 or 13:45 ahead. */
const environment = (home, path = PATH) => ({
  PATH: path,
  HOME: home,
  TZ: 'Pacific/Chatham',
  CI: 'true',
  ...network(),
});

/** A setting of fontconfig by which programs see the base fonts alone; nothing where those are not installed. */
function onlyBaseFonts(scratch) {
  const names = BASE_FONTS.map((name) => `DejaVu${name}.ttf`);
  if (!names.every((name) => existsSync(join(FONTS, name)))) return {};
  mkdirSync(join(scratch, 'fonts'));
  for (const name of names) copyFileSync(join(FONTS, name), join(scratch, 'fonts', name));
  const file = join(scratch, 'fonts.conf');
  const folders = `<dir>${join(scratch, 'fonts')}</dir><cachedir>${join(scratch, 'font-cache')}</cachedir>`;
  const aliases = '<include ignore_missing="yes">/etc/fonts/conf.d</include>';
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${folders}${aliases}</fontconfig>`);
  return { FONTCONFIG_FILE: file };
}

/** Runs both commands on this machine; gives the exit code. */
function here(scratch, commands) {
  const [folder, home] = [join(scratch, 'seenonce'), join(scratch, 'home')];
  const cloned = spawnSync('git', ['clone', '--quiet', ROOT, folder], { stdio: 'inherit' });
  if (cloned.status !== 0) return 1;
  mkdirSync(home);
  const env = {
    ...environment(home, [dirname(process.execPath), PATH].join(delimiter)),
    ...onlyBaseFonts(scratch),
  };
  console.log(`In ${folder}, with the environment ${JSON.stringify(env, null, 2)}`);
  for (const args of commands) {
    console.log(`\n— npm ${args.join(' ')}`);
    const { status } = spawnSync('npm', args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] });
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

/**
 * The same in a minimal Debian. In a namespace of its own for mounts and processes: with its end they are gone
 * before anything is deleted. `sh` is its first process, since one must wait for those that nobody waits for.
 */
function inDebian(scratch, commands) {
  if (process.getuid?.() !== 0) throw new Error('Only root can make a Debian.');
  if (!existsSync('/usr/sbin/debootstrap') && !aptInstall('debootstrap'))
    throw new Error('This needs the program debootstrap.');
  const plan = { root: join(scratch, 'debian'), from: ROOT, env: environment('/home/a user'), commands };
  const apart = ['--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child'];
  const inside = [process.execPath, join(import.meta.dirname, 'debian.mjs'), JSON.stringify(plan)];
  const { status } = spawnSync('unshare', [...apart, 'sh', '-c', '"$@"; exit $?', 'sh', ...inside], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status ?? 1;
}

const options = process.argv.slice(2);
const inADebian = options.includes('--debian');
const rest = options.filter((option) => !['--debian', '--no-test'].includes(option));
const commands = [['start'], ...(options.includes('--no-test') ? [] : [['test', '--', ...rest]])];
// debootstrap takes no space; in there stands one.
const scratch = mkdtempSync(join(tmpdir(), inADebian ? 'seenonce-fresh-' : 'seenonce fresh '));
// Ctrl+C ends what runs, and what it made is deleted all the same.
process.on('SIGINT', () => undefined);
if (spawnSync('git', ['status', '--porcelain'], { cwd: ROOT }).stdout.length > 0)
  console.log('What is not committed is not in the clone.');
try {
  process.exitCode = inADebian ? inDebian(scratch, commands) : here(scratch, commands);
} finally {
  const isMounted =
    existsSync('/proc/self/mountinfo') &&
    readFileSync('/proc/self/mountinfo', 'utf8').includes(scratch.replaceAll(' ', '\\040'));
  if (isMounted) console.error(`Something is mounted in ${scratch}: it is left as it is.`);
  else rmSync(scratch, { recursive: true, force: true });
}
