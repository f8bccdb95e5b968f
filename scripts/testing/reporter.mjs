/** A reporter for vitest: what the tests of each project came to, in the file that `SEENONCE_REPORT` names, for `report.mjs`. */
import { writeFileSync } from 'node:fs';

function toldOf(test) {
  const { state, errors = [] } = test.result();
  const [error] = errors;
  return { name: test.fullName, state, error: error?.stack ?? error?.message ?? '' };
}

export default class Reporter {
  onTestRunEnd(modules, errors) {
    const files = modules.map((module) => ({
      project: module.project.name,
      file: module.moduleId,
      ms: module.diagnostic().duration,
      error: module.errors()[0]?.message ?? '',
      tests: [...module.children.allTests()].map(toldOf),
    }));
    writeFileSync(process.env.SEENONCE_REPORT, JSON.stringify({ files, errors: errors.length }));
  }
}
