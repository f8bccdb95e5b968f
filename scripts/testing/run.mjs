/** Runs programs beside each other: one says what it says at once, the others when it is over. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './files.mjs';

/** The path of a program that a package brings. */
export const bin = (name) =>
  join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

/**
 * Runs a program to its end.
 * @param aside what it says is kept, and not said at once
 * @param env variables beside those of this process
 * @returns whether it ended well, what it said aside, and how long it took, ms
 */
export function run(command, args, { aside = false, env = {} } = {}) {
  const said = [];
  const begun = Date.now();
  const running = spawn(command, args, {
    cwd: ROOT,
    stdio: aside ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  for (const stream of [running.stdout, running.stderr]) stream?.on('data', (bytes) => said.push(bytes));
  const end = (good) => ({ good, said: Buffer.concat(said), ms: Date.now() - begun });
  return new Promise((resolve) => {
    running.on('error', () => resolve(end(false)));
    running.on('close', (status) => resolve(end(status === 0)));
  });
}
