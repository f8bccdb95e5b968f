/** What can become of the extension's storage in a Firefox profile, as files (ESR 153: SQLite, and plain files with one for their names). */
import { readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cut, filesNamed, flip } from './damage';
import type { Damage } from './driver';

/** The folder of the extension's own storage; one beside it, with `^`, has its `storage.local`. */
function own(profile: string): string {
  const folder = join(profile, 'storage/default');
  const name = readdirSync(folder).find((each) => /^moz-extension\+\+\+[^^]*$/.test(each));
  if (!name) throw new Error('The extension has no storage in this profile.');
  return join(folder, name);
}

const database = (profile: string) => join(own(profile), 'idb');
const data = (profile: string) => filesNamed(database(profile), /\.sqlite$/)[0] ?? '';
const copyFolder = (profile: string) => join(own(profile), 'fs');
/** Their names are hashes. */
const copies = (profile: string) => filesNamed(copyFolder(profile), /^[A-Z0-9]{52}$/);

const DAMAGES: Readonly<Record<Damage, (profile: string) => void>> = {
  none: () => undefined,
  'database cut in half': (profile) => cut(data(profile), (size) => size / 2),
  'end of the database torn': (profile) => cut(data(profile), (size) => size - 40),
  'one byte of the database flipped': (profile) => flip(data(profile)),
  'database not to be opened': (profile) => writeFileSync(data(profile), 'no database'),
  'database gone': (profile) => rmSync(database(profile), { recursive: true }),
  'second copy gone': (profile) => rmSync(copyFolder(profile), { recursive: true }),
  'second copy emptied': (profile) => {
    for (const file of copies(profile)) truncateSync(file, 0);
  },
  'one byte of the second copy flipped': (profile) => {
    for (const file of copies(profile)) flip(file);
  },
  'both gone': (profile) => rmSync(own(profile), { recursive: true }),
};

/** Does this to the profile of a browser that has ended. */
export function damageFirefox(profile: string, damage: Damage): void {
  DAMAGES[damage](profile);
}
