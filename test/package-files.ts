/** The built files, for the tests of the packages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');
export const TARGETS = ['chromium', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** Where `npm run build` puts a target. */
export const folderOf = (target: Target): string => join(ROOT, 'dist', target);

/** One built file's text. */
export const read = (target: Target, file: string): string =>
  readFileSync(join(folderOf(target), file), 'utf8');

/** All files of a folder, as paths from it with slashes, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted();
}
