/** What an editor, git and a person do to the files of a folder that is watched. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { changesIn } from './changes';

const root = mkdtempSync(join(tmpdir(), 'seenonce changes '));
const at = (path: string) => join(root, path);
mkdirSync(at('src/inner'), { recursive: true });
writeFileSync(at('manifest.json'), '');
writeFileSync(at('src/inner/a.ts'), '');
const changes = changesIn(root, ['src'], ['manifest.json']);
afterAll(() => {
  changes.close();
  rmSync(root, { recursive: true });
});

/** As most editors save: another file takes the name. */
function replace(path: string): void {
  writeFileSync(at(`${path}.new`), 'EXAMPLE');
  renameSync(at(`${path}.new`), at(path));
}

test.each<[string, () => void]>([
  ['a file is written', () => writeFileSync(at('src/inner/a.ts'), 'EXAMPLE')],
  ['a file is replaced', () => replace('src/inner/a.ts')],
  ['the same file is replaced again', () => replace('src/inner/a.ts')],
  ['a file is written that was replaced', () => writeFileSync(at('src/inner/a.ts'), 'EXAMPLE')],
  ['a file of the root is replaced', () => replace('manifest.json')],
  ['the same file of the root is written', () => writeFileSync(at('manifest.json'), 'EXAMPLE')],
  ['a folder is made, with one in it', () => mkdirSync(at('src/new/newer'), { recursive: true })],
  ['a file is written into it', () => writeFileSync(at('src/new/newer/b.ts'), '')],
  ['a folder is deleted', () => rmSync(at('src/inner'), { recursive: true })],
  ['a folder of the same name is made', () => mkdirSync(at('src/inner'))],
  ['a file is written into that', () => writeFileSync(at('src/inner/a.ts'), '')],
  ['a file is deleted', () => rmSync(at('src/inner/a.ts'))],
])('it is told that %s', async (_, act) => {
  const before = Date.now();
  act();
  expect(await changes.next()).toBeGreaterThanOrEqual(before);
});
