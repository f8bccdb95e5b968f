/** The packages for the stores and the source archive, as bytes that depend on their files and on nothing else. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';

/** The first noon that a zip can tell, in whatever zone: fflate writes the local time. */
const always = () => new Date(1980, 0, 1, 12);
const EXTENSIONS = { chromium: 'zip', firefox: 'xpi' };

/** @typedef {{ name: string, bytes: Uint8Array, sha256: string }} Archive */

/**
 * @param {string} root the folder of package.json
 * @param {'chromium' | 'firefox'} target what `npm run build` has built into `dist/<target>`
 * @returns {Archive}
 */
export function extensionArchive(root, target) {
  const folder = join(root, 'dist', target);
  return archive(root, `${target}.${EXTENSIONS[target]}`, folder, walk(folder));
}

/**
 * What Mozilla's reviewers build the extension from.
 * @param {string} root
 * @returns {Archive}
 */
export function sourceArchive(root) {
  return archive(root, 'source.zip', root, sourceFiles(root));
}

/**
 * What belongs to the source: what git tracks, so that nothing else that lies around gets in. An unpacked
 * source archive has no git; there it is everything that .gitignore does not name.
 * @param {string} root
 * @returns {string[]} paths from `root`, with slashes, without those that are deleted
 */
export function sourceFiles(root) {
  const tracked = git(root, 'ls-files', '-z');
  if (tracked !== null) return tracked.split('\0').filter((file) => file && existsSync(join(root, file)));
  return walk(root, ignored(root));
}

/**
 * What does not stand in the newest commit: changes, and files that git does not know.
 * @param {string} root
 * @returns {string | null} git's own lines, '' for none; `null` without git
 */
export function uncommitted(root) {
  return git(root, 'status', '--porcelain');
}

/**
 * @param {Record<string, Uint8Array>} files
 * @returns {Uint8Array} the same bytes for the same files, in any order, at any time and in any time zone
 */
export function zip(files) {
  const sorted = Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 9, mtime: always() });
}

function archive(root, ending, folder, files) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const bytes = zip(Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file))])));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { name: `seenonce-${version}-${ending}`, bytes, sha256 };
}

function walk(folder, isIgnored = () => false) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (isIgnored(entry.name)) return [];
    if (!entry.isDirectory()) return [entry.name];
    return walk(join(folder, entry.name), isIgnored).map((file) => `${entry.name}/${file}`);
  });
}

/** .gitignore's lines are of two forms, `name/` and `*.ending`; `test/package-archives.test.ts` holds that. */
function ignored(root) {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  return (name) =>
    name === '.git' ||
    lines.some((line) => (line.startsWith('*') ? name.endsWith(line.slice(1)) : `${name}/` === line));
}

/** What git prints, or `null`: there is no git, or the folder lies in a repository of something else. */
function git(root, ...args) {
  const run = (...what) => spawnSync('git', what, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 });
  const top = run('rev-parse', '--show-toplevel');
  if (top.status !== 0 || resolve(top.stdout.trim()) !== realpathSync(root)) return null;
  const { status, stdout, stderr } = run(...args);
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
}
