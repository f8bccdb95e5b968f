/** A next version of the extension, as an update brings it. */
import { readFileSync, writeFileSync } from 'node:fs';

/** Writes the next version into a manifest, and gives it. */
export function raiseVersion(file: string): string {
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string }; // a manifest has one
  const [major, minor, patch] = manifest.version.split('.').map(Number);
  const version = `${major}.${minor}.${(patch ?? 0) + 1}`;
  writeFileSync(file, JSON.stringify({ ...manifest, version }));
  return version;
}
