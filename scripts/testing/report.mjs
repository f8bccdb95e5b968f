/** What the lanes said, counted: what passed, failed and was skipped, and which files took the longest. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './files.mjs';

/** How much of a test's error is said again, in characters: a page's whole text may be in it. */
const ERROR_LENGTH = 600;
const RAN = ['passed', 'failed'];
/** How many of the slowest files are named. */
const SLOWEST = 10;

const seconds = (ms) => `${(ms / 1_000).toFixed(0)} s`;

export class Report {
  passed = 0;
  failed = 0;
  skipped = 0;
  /** A line per lane. */
  #lines = [];
  /** What failed, said once more at the end: of a long log only that may be at hand. */
  #failures = [];
  #left = [];
  /** How long each file took, ms, by lane and path. */
  #durations = new Map();

  /** A step that is one check: it counts as one test. */
  check(title, { good, ms }) {
    this[good ? 'passed' : 'failed'] += 1;
    if (!good) this.#failures.push(title);
    this.#lines.push(`${title}: ${good ? 'passed' : 'failed'} (${seconds(ms)})`);
  }

  /** A lane that could not run; it fails where `CI` is set. */
  notRun(title, why) {
    this.#lines.push(`${title}: NOT RUN, ${why}`);
    if (process.env.CI) this.failed += 1;
  }

  /** A run of vitest: its tests are counted, and a run that breaks down counts as a failure. */
  lane(lane, title, file, { good, ms }) {
    try {
      const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
        readFileSync(file, 'utf8'),
      );
      this.#failures.push(...testResults.flatMap((result) => failuresIn(title, result)));
      this.#left.push(...testResults.flatMap((result) => skippedIn(title, result)));
      for (const { name, startTime, endTime } of testResults)
        this.#durations.set(`${lane} ${relative(ROOT, name).replaceAll('\\', '/')}`, endTime - startTime);
      this.#lines.push(
        `${title}: ${numPassedTests} of ${numPassedTests + numFailedTests} passed (${seconds(ms)})`,
      );
      this.passed += numPassedTests;
      this.failed += numFailedTests;
      this.skipped += numPendingTests + numTodoTests;
      if (!good && numFailedTests === 0) this.#brokeDown(title);
    } catch {
      this.#brokeDown(title);
    }
  }

  #brokeDown(title) {
    this.#lines.push(`${title}: broke down`);
    this.failed += 1;
  }

  /** Says all of it. @param partial only some tests were asked for, and the others count as nothing */
  say({ partial }) {
    if (this.skipped > 0 && !partial) this.#sayWhatWasSkipped();
    if (this.#failures.length > 0) console.log(`\nFAILED\n\n${this.#failures.join('\n\n')}`);
    const slowest = [...this.#durations].toSorted(([, a], [, b]) => b - a).slice(0, SLOWEST);
    if (!partial)
      console.log(`\nThe slowest:\n${slowest.map(([file, ms]) => `${seconds(ms)} ${file}`).join('\n')}`);
    console.log(`\n${this.#lines.join('\n')}`);
    console.log(`\n${this.passed} passed, ${this.failed} failed`);
  }

  #sayWhatWasSkipped() {
    console.log(
      `\n${this.skipped} TESTS WERE SKIPPED. A skipped test holds nothing${process.env.CI ? ', and fails here' : ''}.\n\n${this.#left.join('\n')}`,
    );
    if (process.env.CI) this.failed += this.skipped;
  }
}

/** The failed tests in a file of vitest's JSON report, with the beginning of each error; or why the file did not run. */
function failuresIn(title, { name, message, assertionResults, status }) {
  const short = (words) => words.slice(0, ERROR_LENGTH).replace(/^/gm, '    ');
  const failed = assertionResults.filter((result) => result.status === 'failed');
  if (assertionResults.length === 0 && status !== 'passed')
    return [`${title}: ${name}\n${short(message ?? '')}`];
  return failed.map(
    ({ fullName, failureMessages }) => `${title}: ${fullName}\n${short(failureMessages[0] ?? '')}`,
  );
}

function skippedIn(title, { assertionResults }) {
  const left = assertionResults.filter(({ status }) => !RAN.includes(status));
  return left.map(({ fullName }) => `${title}: ${fullName}`);
}
