/** `npm test`: types, lint and format, both packages, and all tests; ends with "N passed, N failed". */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFirefox } from './find-browser.mjs';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing({ tests: true });

const root = join(import.meta.dirname, '..');
const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const scratch = mkdtempSync(join(tmpdir(), 'seenonce-test-'));
// As in scripts/build.mjs: the same sentence thirty times would hide what matters.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
const totals = { passed: 0, failed: 0, skipped: 0 };
/** A line per run of vitest. */
const counts = [];
/** What failed, said once more at the end: of a long log only that may be at hand. */
const failures = [];
const skipped = [];

/** Runs a command to its end. `aside`: beside another one, and what it says is said afterwards. */
function run(title, command, args, aside = false) {
  const said = [];
  if (!aside) console.log(`\n— ${title}`);
  const running = spawn(command, args, {
    cwd: root,
    stdio: aside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    shell: process.platform === 'win32',
  });
  for (const stream of [running.stdout, running.stderr]) stream?.on('data', (bytes) => said.push(bytes));
  return new Promise((resolve) => {
    running.on('error', () => resolve({ good: false, said: Buffer.concat(said) }));
    running.on('close', (status) => resolve({ good: status === 0, said: Buffer.concat(said) }));
  });
}

/** A step that is one check: it counts as one test. */
async function check(title, command, args) {
  const { good } = await run(title, command, args);
  totals[good ? 'passed' : 'failed'] += 1;
  if (!good) failures.push(title);
  return good;
}

/** A run of vitest: its tests are counted, and a run that breaks down counts as a failure. Gives what was said aside. */
async function tests(title, project, aside = false) {
  const report = join(scratch, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const { good, said } = await run(title, bin('vitest'), args, aside);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    failures.push(...testResults.flatMap((file) => failuresIn(title, file)));
    skipped.push(...testResults.flatMap((file) => skippedIn(title, file)));
    counts.push(`${title}: ${numPassedTests} of ${numPassedTests + numFailedTests} passed`);
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
    totals.skipped += numPendingTests + numTodoTests;
    if (!good && numFailedTests === 0) totals.failed += 1;
  } catch {
    counts.push(`${title}: broke down`);
    totals.failed += 1;
  }
  return said;
}

/** How much of a test's error is said again, in characters: a page's whole text may be in it. */
const ERROR_LENGTH = 600;

/** The failed tests in a file of vitest's JSON report, with the beginning of each error; or why the file did not run. */
function failuresIn(title, { name, message, assertionResults }) {
  const short = (words) => words.slice(0, ERROR_LENGTH).replace(/^/gm, '    ');
  const failed = assertionResults.filter(({ status }) => status === 'failed');
  if (assertionResults.length === 0) return [`${title}: ${name}\n${short(message ?? '')}`];
  return failed.map(
    ({ fullName, failureMessages }) => `${title}: ${fullName}\n${short(failureMessages[0] ?? '')}`,
  );
}

/** The two browsers beside each other: most of their time is waiting. */
async function endToEnd() {
  const title = 'end to end in Firefox';
  const firefox = findFirefox() ? tests(title, 'e2e-firefox', true) : null;
  await tests('end to end in Chromium', 'e2e-chromium');
  if (firefox) {
    const said = await firefox;
    console.log(`\n— ${title}`);
    process.stdout.write(said);
  } else {
    counts.push(
      `${title}: NOT RUN, no Firefox ESR or Developer Edition is installed (SEENONCE_FIREFOX can name one)`,
    );
    if (process.env.CI) totals.failed += 1;
  }
}

const RAN = ['passed', 'failed'];

function skippedIn(title, { assertionResults }) {
  const left = assertionResults.filter(({ status }) => !RAN.includes(status));
  return left.map(({ fullName }) => `${title}: ${fullName}`);
}

await check('format', bin('oxfmt'), ['--check', '.']);
await check('types and lint', bin('oxlint'), ['--deny-warnings']);
const built = await check('build', process.execPath, ['scripts/build.mjs']);
await tests('unit tests', 'unit');
await tests('tests in a browser', 'browser');
if (built) await endToEnd();
rmSync(scratch, { recursive: true, force: true });

if (totals.skipped > 0) {
  console.log(
    `\n${totals.skipped} TESTS WERE SKIPPED. A skipped test holds nothing${process.env.CI ? ', and fails here' : ''}.\n\n${skipped.join('\n')}`,
  );
  if (process.env.CI) totals.failed += totals.skipped;
}
if (failures.length > 0) console.log(`\nFAILED\n\n${failures.join('\n\n')}`);
console.log(`\n${counts.join('\n')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);
