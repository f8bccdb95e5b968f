/** What can become of the extension's storage in a Chromium profile, as files (Chromium 156: LevelDB). */
import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { cut, filesNamed, flip } from './damage';
import type { Damage } from './driver';

/** The database's folder. The profile is a test's own, so only one extension has one. */
function database(profile: string): string {
  const folder = join(profile, 'Default/IndexedDB');
  const name = readdirSync(folder).find((each) => /^chrome-extension_.*\.leveldb$/.test(each));
  if (!name) throw new Error('The extension has no database in this profile.');
  return join(folder, name);
}

/** The file that has most of the data: of a small database its log, which outlives restarts. */
function data(profile: string): string {
  const [largest] = filesNamed(database(profile), /\.(log|ldb)$/).toSorted(
    (a, b) => statSync(b).size - statSync(a).size,
  );
  return largest ?? '';
}

/** Files of the origin private file system. Chromium numbers them; their names are in a database beside them. */
const copies = (profile: string) => filesNamed(join(profile, 'Default/File System'), /^\d{8}$/);

const DAMAGES: Readonly<Record<Damage, (profile: string) => void>> = {
  none: () => undefined,
  'database cut in half': (profile) => cut(data(profile), (size) => size / 2),
  'end of the database torn': (profile) => cut(data(profile), (size) => size - 40),
  'one byte of the database flipped': (profile) => flip(data(profile)),
  'database not to be opened': (profile) => {
    for (const file of filesNamed(database(profile), /^MANIFEST/)) rmSync(file);
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
