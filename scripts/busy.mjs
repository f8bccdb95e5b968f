/** `npm run test:busy`: `npm test` on a machine on which every core is busy with something else all the time. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const busy = Array.from({ length: availableParallelism() }, () =>
  spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
);
const end = () => {
  for (const loop of busy) loop.kill('SIGKILL');
};
process.on('exit', end);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

console.log(`${busy.length} endless loops run beside the tests.`);
const args = [join(import.meta.dirname, 'test.mjs'), ...process.argv.slice(2)];
spawn(process.execPath, args, { stdio: 'inherit' }).on('close', (status) => process.exit(status ?? 1));
