/** Tells when what an extension is built from changes on the disk. */
import { readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long nothing more may come: an editor writes a file in steps, and a change of branch writes many; ms. */
const QUIET_MS = 60;

export type Changes = {
  /** Waits for the next change, and until no more come. Gives when it began, ms since 1970. */
  readonly next: () => Promise<number>;
  readonly close: () => void;
};

const foldersIn = (folder: string): string[] => [
  folder,
  ...readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name)),
];

/**
 * Watches each folder by itself: in Node 20 on Linux the recursive watch misses files that an editor replaces.
 * @param folders with all that is in them
 * @param files that lie in `root` itself
 */
export function changesIn(root: string, folders: readonly string[], files: readonly string[]): Changes {
  let watchers: FSWatcher[] = [];
  let began: number | null = null;
  let latest = 0;
  let tell: () => void = () => undefined;
  const changed = () => {
    latest = Date.now();
    began ??= latest;
    tell();
  };
  const close = () => {
    for (const watcher of watchers) watcher.close();
  };
  const watchAll = () => {
    const all = folders.flatMap((name) => foldersIn(join(root, name)));
    close();
    watchers = [watch(root, (_, name) => files.includes(name ?? '') && changed())];
    for (const folder of all) watchers.push(watch(folder, changed).on('error', changed));
  };
  watchAll();
  return {
    next: async () => {
      await new Promise<void>((resolve) => {
        tell = resolve;
        if (began !== null) resolve();
      });
      for (let seen = 0; seen !== latest; await sleep(QUIET_MS)) seen = latest;
      const since = began ?? latest;
      began = null;
      // Folders come and go, and one that was replaced under its own name is another one.
      watchAll();
      return since;
    },
    close,
  };
}
