/** The order of test files: those that took longest in the last run begin first, and no long one is left over at the end. */
import { join, relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { readDurations } from '../../scripts/testing/durations.mjs';

const ROOT = join(import.meta.dirname, '../..');
/** What is not known may be long. */
const LONG_MS = 3_600_000;

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const known = readDurations();
    const msOf = ({ project, moduleId }: TestSpecification) =>
      known[`${project.name} ${relative(ROOT, moduleId).replaceAll('\\', '/')}`];
    // oxlint-disable-next-line unicorn/no-array-sort, typescript/require-array-sort-compare -- of vitest's sequencer, and not of an array
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => (msOf(b) ?? LONG_MS) - (msOf(a) ?? LONG_MS));
  }
}
