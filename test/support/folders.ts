/** Folders of the tests' own. */
import { rmSync } from 'node:fs';
import { until } from './driver';

function isDeleted(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Deletes folders of a browser that has ended. Its processes may still write for a moment, and Node repeats
 * only the last step of a deletion: it is done again from the beginning, until it holds.
 */
export async function deleteFolders(...folders: readonly string[]): Promise<void> {
  for (const folder of folders) await until(`${folder} to be gone`, async () => isDeleted(folder));
}
