/** What can become of the extension's storage in a Chromium profile, as files (Chromium 156: LevelDB). */
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Damage } from './driver';

/** The database's folder. The profile is a test's own, so only one extension has one. */
function database(profile: string): string {
  const folder = join(profile, 'Default/IndexedDB');
  const name = readdirSync(folder).find((each) => /^chrome-extension_.*\.leveldb$/.test(each));
  if (!name) throw new Error('The extension has no database in this profile.');
  return join(folder, name);
}

function files(folder: string, name: RegExp): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  if (found.length === 0) throw new Error(`${folder} has no ${String(name)}.`);
  return found;
}

/** The file that has most of the data: of a small database its log, which outlives restarts. */
function data(profile: string): string {
  const [largest] = files(database(profile), /\.(log|ldb)$/).toSorted(
    (a, b) => statSync(b).size - statSync(a).size,
  );
  return largest ?? '';
}

function cut(file: string, left: (size: number) => number): void {
  truncateSync(file, Math.floor(left(statSync(file).size)));
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  const middle = bytes.length >> 1;
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(file, bytes);
}

/** Files of the origin private file system. Chromium numbers them; their names are in a database beside them. */
const copies = (profile: string) => files(join(profile, 'Default/File System'), /^\d{8}$/);

const DAMAGES: Readonly<Record<Damage, (profile: string) => void>> = {
  none: () => undefined,
  'database cut in half': (profile) => cut(data(profile), (size) => size / 2),
  'end of the database torn': (profile) => cut(data(profile), (size) => size - 40),
  'one byte of the database flipped': (profile) => flip(data(profile)),
  'database not to be opened': (profile) => {
    for (const file of files(database(profile), /^MANIFEST/)) rmSync(file);
  },
  'database gone': (profile) => rmSync(database(profile), { recursive: true }),
  'second copy gone': (profile) => rmSync(join(profile, 'Default/File System'), { recursive: true }),
  'second copy emptied': (profile) => {
    for (const file of copies(profile)) truncateSync(file, 0);
  },
  'one byte of the second copy flipped': (profile) => {
    for (const file of copies(profile)) flip(file);
  },
  'both gone': (profile) => {
    rmSync(database(profile), { recursive: true });
    rmSync(join(profile, 'Default/File System'), { recursive: true, force: true });
  },
};

/** Does this to the profile of a browser that has ended. */
export function damageProfile(profile: string, damage: Damage): void {
  DAMAGES[damage](profile);
}
