/**
 * A screen that nobody looks at (Xvfb), with real keys pressed on it (xdotool): what belongs to the
 * browser's own window, its menus and keyboard commands, has no other way in.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { until } from './driver';

export type Display = {
  /** `:99`, for the variable DISPLAY. */
  readonly name: string;
  /** Presses keys as X names them, one after the other: `Down`, `alt+shift+k`. */
  readonly press: (...keys: string[]) => void;
  /** How many windows there are on it: a menu is one of its own. */
  readonly windows: () => number;
  readonly close: () => void;
};

/** Where not, the tests that need it are skipped, which `npm test` says loudly, and fails under CI. */
export const canOpenDisplay = ['Xvfb', 'xdotool'].every((program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program))),
);

/** Starts a display on the next free number. Throws where Xvfb or xdotool is not installed. */
export async function openDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  let number = '';
  let problem: Error | null = null;
  server.on('error', (error) => (problem = error));
  server.stdio[3]?.on('data', (text: Buffer) => (number += text.toString()));
  await until('a display', async () => {
    if (problem) throw problem;
    return number.endsWith('\n');
  });
  const name = `:${number.trim()}`;
  const tool = (...args: string[]) =>
    execFileSync('xdotool', args, {
      env: { ...process.env, DISPLAY: name },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000, // ms
    });
  return {
    name,
    press: (...keys) => void tool('key', '--delay', '120', ...keys),
    windows: () => {
      try {
        return tool('search', '--onlyvisible', '--name', '.*').trim().split('\n').length;
      } catch {
        return 0; // it exits with 1 when there is none
      }
    },
    close: () => void server.kill(),
  };
}
