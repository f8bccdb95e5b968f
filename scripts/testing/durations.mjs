/**
 * How long each test file took in the last run that had it, by lane and path. It imports nothing of ours: the
 * configuration of Vite reads it, and would run what it imports.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILE = join(import.meta.dirname, '../../node_modules/.cache/seenonce/durations.json');

/**
 * @returns {Record<string, number | undefined>} ms, by `<lane> <path>`; empty where nothing is known
 */
export function readDurations() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return {};
  }
}

/** @param {Iterable<[file: string, ms: number]>} durations of this run */
export function addDurations(durations) {
  const known = readDurations();
  for (const [file, ms] of durations) known[file] = Math.round(ms);
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(known, null, 2)}\n`);
}
