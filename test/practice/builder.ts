/** Builds again and again, in a process that stays: a later build in it takes half as long as the first. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** After so many another process takes over: one grows by some 15 MB with each build (Vite 8.3, 2026-11). */
const BUILDS = 25;

export type Builder = {
  /** Builds dist/chromium. Gives what is wrong with the source; nothing after a good build. */
  readonly build: () => Promise<readonly string[]>;
  readonly close: () => void;
};

export function startBuilder(): Builder {
  let worker: ChildProcess | null = null;
  let built = 0;
  const close = () => {
    worker?.kill();
    worker = null;
  };
  const build = () =>
    new Promise<readonly string[]>((resolve) => {
      if (built % BUILDS === 0 || !worker?.connected) close();
      built += 1;
      const working = (worker ??= fork(join(ROOT, 'scripts/build-again.mjs'), {
        cwd: ROOT,
        stdio: 'ignore',
      }));
      const answered = (faults: readonly string[]) => {
        working.off('exit', ended);
        working.off('message', answered);
        resolve(faults);
      };
      const ended = () => {
        worker = null;
        answered(['The process that builds has ended.']);
      };
      working.on('exit', ended);
      working.on('message', answered);
      working.send('chromium');
    });
  return { build, close };
}
