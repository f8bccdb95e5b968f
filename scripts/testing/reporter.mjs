/** A reporter for vitest: what the tests of each project came to, in the file that `SEENONCE_REPORT` names, for `report.mjs`. */
import { writeFileSync } from 'node:fs';

function toldOf(test) {
  const { state, errors = [] } = test.result();
  const [error] = errors;
  return { name: test.fullName, state, error: error?.stack ?? error?.message ?? '' };
}

/** Why a file, or a group in it, did not run: its tests are skipped then. Empty: it did. */
function errorIn(module) {
  const [error] = [module, ...module.children.allSuites()].flatMap((each) => each.errors());
  return error?.stack ?? error?.message ?? '';
}

export default class Reporter {
  onTestRunEnd(modules) {
    const files = modules.map((module) => ({
      project: module.project.name,
      file: module.moduleId,
      ms: module.diagnostic().duration,
      error: errorIn(module),
      tests: [...module.children.allTests()].map(toldOf),
    }));
    writeFileSync(process.env.SEENONCE_REPORT, JSON.stringify(files));
  }
}
