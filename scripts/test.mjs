/** `npm test`: types, lint and format, both packages, and all tests; ends with "N passed, N failed". */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installWhatIsMissing } from './install.mjs';

installWhatIsMissing({ tests: true });

const root = join(import.meta.dirname, '..');
const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const scratch = mkdtempSync(join(tmpdir(), 'seenonce-test-'));
// As in scripts/build.mjs: the same sentence thirty times would hide what matters.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
const totals = { passed: 0, failed: 0, skipped: 0 };

function run(title, command, args) {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

/** A step that is one check: it counts as one test. */
function check(title, command, args) {
  const good = run(title, command, args);
  totals[good ? 'passed' : 'failed'] += 1;
  return good;
}

/** A run of vitest: its tests are counted, and a run that breaks down counts as a failure. */
function tests(title, project) {
  const report = join(scratch, `${project}.json`);
  const args = [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const good = run(title, bin('vitest'), args);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
    totals.skipped += numPendingTests + numTodoTests;
    if (!good && numFailedTests === 0) totals.failed += 1;
  } catch {
    totals.failed += 1;
  }
}

check('format', bin('oxfmt'), ['--check', '.']);
check('types and lint', bin('oxlint'), ['--deny-warnings']);
const built = check('build', process.execPath, ['scripts/build.mjs']);
tests('unit tests', 'unit');
tests('tests in a browser', 'browser');
if (built) tests('end to end', 'e2e');
rmSync(scratch, { recursive: true, force: true });

if (totals.skipped > 0) {
  console.log(
    `\n${totals.skipped} TESTS WERE SKIPPED. A skipped test holds nothing${process.env.CI ? ', and fails here' : ''}.`,
  );
  if (process.env.CI) totals.failed += totals.skipped;
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed > 0 ? 1 : 0);
