/** `npm run package`: builds both packages and writes them, with the source archive, to dist/packages. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extensionArchive, sourceArchive, uncommitted } from './archives.mjs';
import { build, TARGETS } from './build.mjs';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'dist', 'packages');

for (const target of TARGETS) await build(target);
const archives = [...TARGETS.map((target) => extensionArchive(root, target)), sourceArchive(root)];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
console.log('dist/packages:');
for (const { name, bytes, sha256 } of archives) {
  writeFileSync(join(folder, name), bytes);
  console.log(`${sha256}  ${name}  ${bytes.length} bytes`);
}
const changes = uncommitted(root);
if (changes === null) {
  console.log('\nWithout git, the source archive has every file here that .gitignore does not name.');
} else if (changes) console.log(`\nNot for a release: these changes have no commit.\n${changes}`);
