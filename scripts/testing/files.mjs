/** Which tests there are, in which lane each runs, and which of them somebody asks for. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { TARGETS } from '../build.mjs';

export const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['src', 'test', 'scripts'];
/** What a build is made of. */
const SOURCES = ['src', 'public', 'manifest.json', 'vite.config.ts', 'package.json', 'package-lock.json'];
const IS_TEST = /\.test\.tsx?$/;
const IS_END_TO_END = /\.e2e\.test\.ts$/;
const IS_IN_BROWSER = /\.browser\.test\.tsx?$/;
/** They look at `dist/`. */
const NEEDS_BUILD = /\.e2e\.test\.ts$|^test\/package[\w-]*\.test\.ts$/;
/** They run the background from one bundled file, which no import of theirs leads to. */
const OF_THE_BACKGROUND = 'test/stops/stops.browser.test.ts';

/** Every file below a folder of the repository, or the file itself, by its path in it. */
function filesBelow(path) {
  const whole = join(ROOT, path);
  if (!existsSync(whole)) return [];
  if (!statSync(whole).isDirectory()) return [path];
  const entries = readdirSync(whole, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(ROOT, join(parentPath, name)).replaceAll('\\', '/'));
}

/** Every test file, by its path in the repository, sorted. */
export const testFiles = () =>
  FOLDERS.flatMap(filesBelow)
    .filter((file) => IS_TEST.test(file))
    .toSorted((a, b) => a.localeCompare(b));

/** The lanes that a test file runs in: the names of vitest's projects. */
export function lanesOf(file) {
  if (IS_END_TO_END.test(file))
    return ['e2e-chromium', 'e2e-firefox'].filter(
      (lane) => !file.startsWith(lane === 'e2e-chromium' ? 'test/e2e/firefox/' : 'test/e2e/chromium/'),
    );
  return [IS_IN_BROWSER.test(file) ? 'browser' : 'unit'];
}

/** Whether `dist/` has to be there, and of today, for these tests. */
export const needsBuild = (files) => files.some((file) => NEEDS_BUILD.test(file));

/** Whether something that a build is made of is younger than a build. */
export function isStale() {
  const built = TARGETS.map((target) => join(ROOT, 'dist', target, 'manifest.json'));
  if (!built.every((file) => existsSync(file))) return true;
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs));
  const sources = SOURCES.flatMap(filesBelow).filter((file) => !IS_TEST.test(file));
  return sources.some((file) => statSync(join(ROOT, file)).mtimeMs > oldest);
}

/**
 * The tests that words ask for: parts of paths, or the name of a test or of a group of tests.
 * @returns the files, and the pattern that their tests' names have to match; `null` for all in them
 */
export function named(words, all = testFiles()) {
  const byPath = all.filter((file) => words.some((word) => file.includes(word)));
  if (words.every((word) => all.some((file) => file.includes(word)))) return { files: byPath, name: null };
  const name = words.join(' ');
  const naming = all.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes(name));
  // A title that is put together stands nowhere whole: every file is asked.
  return { files: naming.length > 0 ? naming : all, name: name.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&') };
}

/** What git says was changed since the last commit, and what it does not know yet. */
function changedFiles() {
  const git = (...args) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' }).stdout ?? '';
  const said = git('diff', '--name-only', 'HEAD') + git('ls-files', '--others', '--exclude-standard');
  return said.split('\n').filter(Boolean);
}

/**
 * The tests that the change since the last commit can touch, but for what vitest finds by the imports:
 * no import leads from an end-to-end test to the code in the built extension.
 */
export function touched(changed = changedFiles(), all = testFiles()) {
  const code = changed.filter(
    (file) =>
      SOURCES.some((source) => file === source || file.startsWith(`${source}/`)) && !IS_TEST.test(file),
  );
  const built = all.filter((file) => NEEDS_BUILD.test(file) || file === OF_THE_BACKGROUND);
  return code.some((file) => !file.endsWith('.md')) ? built : [];
}
