/**
 * `npm test`: types, lint and format, both packages, and all tests; ends with "N passed, N failed".
 * `npm test -- <part of a path, or a test's name>`: the tests that match, and a build where they need a new one.
 * `npm test -- --changed`: what the change since the last commit can touch.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from './find-browser.mjs';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing({ tests: true });

const { isStale, lanesOf, named, needsBuild, testFiles, touched } = await import('./testing/files.mjs');
const { Report } = await import('./testing/report.mjs');
const { bin, run } = await import('./testing/run.mjs');

/** As in scripts/build.mjs: the same sentence thirty times would hide what matters. */
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';

const UNIT = { lane: 'unit', title: 'unit tests' };
const IN_BROWSER = { lane: 'browser', title: 'tests in a browser' };
const CHROMIUM = { lane: 'e2e-chromium', title: 'end to end in Chromium' };
const FIREFOX = { lane: 'e2e-firefox', title: 'end to end in Firefox' };
const LANES = [UNIT, IN_BROWSER, CHROMIUM, FIREFOX];
/** Of end-to-end tests at once, whichever browser each is in. One more is hardly faster on two cores, and a page that gets no time is what makes a test fail. */
const WORKERS = availableParallelism();
const REPORTER = join(import.meta.dirname, 'testing/reporter.mjs');
const NO_FIREFOX = 'no Firefox ESR or Developer Edition is installed (SEENONCE_FIREFOX can name one)';

const report = new Report();
const scratch = mkdtempSync(join(tmpdir(), 'seenonce-test-'));
const words = process.argv.slice(2);
const partial = words.length > 0;

async function check(title, command, args) {
  const ran = await run(command, args, { aside: true });
  report.check(title, ran);
  if (!ran.good) {
    console.log(`\n— ${title}`);
    process.stdout.write(ran.said);
  }
  return ran.good;
}

const build = () => check('build', process.execPath, ['scripts/build.mjs']);

/** Runs files of some lanes beside each other; none named: all of them. */
async function runLanes(lanes, { files = [], args = [] } = {}) {
  const missing = lanes.includes(FIREFOX) && !findFirefox();
  if (missing) report.notRun(FIREFOX.title, NO_FIREFOX);
  const there = lanes.filter((each) => !missing || each !== FIREFOX);
  if (there.length === 0) return;
  console.log(`\n— ${there.map(({ title }) => title).join(', ')}`);
  const file = join(scratch, `${there[0].lane}.json`);
  const projects = there.flatMap(({ lane }) => ['--project', lane]);
  const workers = there.some(({ lane }) => lane.startsWith('e2e')) ? [`--maxWorkers=${WORKERS}`] : [];
  // A lane that runs nothing of what was asked for is right; one that runs nothing of everything is not.
  const own = ['run', ...projects, ...workers, ...(partial ? ['--passWithNoTests'] : [])];
  const reporters = ['--reporter=default', `--reporter=${REPORTER}`];
  const ran = await run(bin('vitest'), [...own, ...reporters, ...args, ...files], {
    env: { SEENONCE_REPORT: file },
  });
  report.lanes(there, file, ran);
}

/** The checks of the code, and then all lanes. */
async function everything() {
  console.log('Format, types and lint, build.');
  const built = await build();
  await check('format', bin('oxfmt'), ['--check', '.']);
  await check('types and lint', bin('oxlint'), ['--deny-warnings']);
  await runLanes([UNIT]);
  await runLanes([IN_BROWSER]);
  if (built) await runLanes([CHROMIUM, FIREFOX]);
}

/** The lanes that have one of these files, one after the other. */
async function someOf(files, args) {
  if (needsBuild(files) && isStale() && !(await build())) return;
  for (const each of LANES) {
    const own = files.filter((file) => lanesOf(file).includes(each.lane));
    if (own.length > 0) await runLanes([each], { files: own, args });
  }
}

/** Where the change is in what is built, all end-to-end tests; else those that vitest finds, as in the other lanes. */
async function changed() {
  const built = touched();
  await someOf(built, []);
  const rest = built.length > 0 ? LANES.filter(({ lane }) => !lane.startsWith('e2e')) : LANES;
  for (const each of rest) await runLanes([each], { args: ['--changed'] });
}

async function matching() {
  const { files, name } = named(words);
  console.log(name === null ? files.join('\n') : `Tests with "${words.join(' ')}" in their name.`);
  await someOf(files, name === null ? [] : ['-t', name]);
}

if (!partial) await everything();
else if (words.includes('--changed')) await changed();
else await matching();
rmSync(scratch, { recursive: true, force: true });
report.say({ partial });
if (partial && report.passed + report.failed === 0)
  console.log(`No test of ${testFiles().length} files matches.`);
process.exit(report.failed > 0 || report.passed === 0 ? 1 : 0);
