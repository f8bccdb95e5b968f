/**
 * `npm run fuzz`: 100,000 inputs of each kind that stands on the disk, in a file or in a message, and not the thousand
 * of `npm test`. `-- N`: another number.
 */
import { spawnSync } from 'node:child_process';
import { bin } from './testing/run.mjs';

const runs = Number(process.argv[2] ?? 100_000);
if (!Number.isInteger(runs) || runs < 1) {
  console.error('The number of inputs has to be a whole number, such as 100000.');
  process.exit(2);
}
console.log(`${runs.toLocaleString('en')} inputs of each kind.`);
const { status } = spawnSync(bin('vitest'), ['run', '--project', 'unit', 'test/attacks/fuzz.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, SEENONCE_FUZZ: String(runs) },
});
process.exit(status ?? 1);
