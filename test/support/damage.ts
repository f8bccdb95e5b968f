/** Damaging files, in whatever way a browser keeps them. */
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder whose names fit; throws if there is none: damaging nothing would prove nothing. */
export function filesNamed(folder: string, name: RegExp): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  if (found.length === 0) throw new Error(`${folder} has no ${String(name)}.`);
  return found;
}

/** @param left how many bytes stay, of the size it has */
export function cut(file: string, left: (size: number) => number): void {
  truncateSync(file, Math.floor(left(statSync(file).size)));
}

/** Flips one bit, in the middle. */
export function flip(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(file, bytes);
}
