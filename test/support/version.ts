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

/** Moves an optional permission of an unpacked extension to those that it has from the start. */
export function grantInManifest(file: string, permission: string): void {
  // manifest.json of our own build
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    permissions: string[];
    optional_permissions: string[];
  };
  manifest.permissions.push(permission);
  manifest.optional_permissions = manifest.optional_permissions.filter((each) => each !== permission);
  writeFileSync(file, JSON.stringify(manifest));
}
