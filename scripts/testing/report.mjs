/** What the lanes said, counted: what passed, failed and was skipped, and which files took the longest. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ROOT } from './files.mjs';

/** How much of a test's error is said again, in characters: a page's whole text may be in it. */
const ERROR_LENGTH = 600;
/** A test of any other state was left out: skipped, still to be written, or not come to. */
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

  /**
   * A run of vitest over some lanes: their tests are counted, and a run that breaks down counts as a failure.
   * @param lanes by the names of vitest's projects, with their titles
   * @param file what `reporter.mjs` wrote
   */
  lanes(lanes, file, { good, ms }) {
    const before = this.failed;
    try {
      const files = JSON.parse(readFileSync(file, 'utf8'));
      for (const { lane, title } of lanes) {
        // The lane in a browser has that browser's name behind its own.
        const own = files.filter(({ project }) => project === lane || project.startsWith(`${lane} (`));
        this.#lane(lane, title, own, ms);
      }
      if (!good && this.failed === before) this.#brokeDown(lanes);
    } catch {
      this.#brokeDown(lanes);
    }
  }

  #lane(lane, title, files, ms) {
    const tests = files.flatMap((each) => each.tests);
    const [passed, failed] = RAN.map((state) => tests.filter((test) => test.state === state).length);
    const broken = files.filter(({ error }) => error !== '');
    this.#failures.push(...files.flatMap((each) => failuresIn(title, each)));
    this.#left.push(...files.flatMap((each) => skippedIn(title, each)));
    for (const { file, ms: took } of files)
      this.#durations.set(`${lane} ${relative(ROOT, file).replaceAll('\\', '/')}`, took);
    this.#lines.push(`${title}: ${passed} of ${passed + failed} passed (${seconds(ms)})`);
    this.passed += passed;
    this.failed += failed + broken.length;
    this.skipped += tests.length - passed - failed;
  }

  #brokeDown(lanes) {
    this.#lines.push(`${lanes.map(({ title }) => title).join(', ')}: broke down`);
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

/** The failed tests in a file, with the beginning of each error; or why the file did not run. */
function failuresIn(title, { file, error, tests }) {
  const short = (words) => words.slice(0, ERROR_LENGTH).replace(/^/gm, '    ');
  const failed = tests.filter(({ state }) => state === 'failed');
  const all = failed.map((test) => `${title}: ${test.name}\n${short(test.error)}`);
  return error === '' ? all : [...all, `${title}: ${relative(ROOT, file)}\n${short(error)}`];
}

function skippedIn(title, { tests }) {
  return tests.filter(({ state }) => !RAN.includes(state)).map(({ name }) => `${title}: ${name}`);
}
