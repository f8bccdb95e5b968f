/** The licences in the packages, beside what the lockfile says that we depend on. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normalizePath } from 'vite';
import { afterAll, describe, expect, test } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };
import { LICENCE_LIST, licenceList, licenceOf, modulesOf, packageOf } from '../scripts/licences.mjs';
import { providers } from '../src/providers';
import { read, ROOT, TARGETS } from './package-files';

type Locked = { version: string; dependencies?: Readonly<Record<string, string>> };

/** Licences that code we ship may have, and what they ask for. */
const KNOWN: Readonly<Record<string, string>> = {
  MIT: 'the text, which the list has',
  ISC: 'the text',
  'BSD-3-Clause': 'the text',
  'MPL-2.0': 'where the source is: it is on npm in the named version, and bundled unchanged',
};
/** What the bundlers add: a few lines that load a part of a page. */
const ADDED = ['rolldown', 'vite'];

const locked = lock.packages as unknown as Record<string, Locked>;
/** As bundlers write it. */
const root = normalizePath(realpathSync(ROOT));
const scratch = mkdtempSync(join(tmpdir(), 'seenonce-licences-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** As Node finds a package: beside, then one `node_modules` further out each time. */
function find(from: string, name: string): string {
  const place = `${from}${from && '/'}node_modules/${name}`;
  if (place in locked || from === '') return place;
  return find(from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)), name);
}

/** "name version" of everything that `dependencies` bring. */
function bring(from: string, names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const place = find(from, name);
    const entry = `${name} ${locked[place]?.version}`;
    if (found.has(entry)) continue;
    bring(place, Object.keys(locked[place]?.dependencies ?? {}), found.add(entry));
  }
  return found;
}

const headings = (list: string) => [...list.matchAll(/^(\S+ \S+)\nLicence: (.+)\nSource: https:\/\/\S+\n/gm)];

describe.each(TARGETS)('dist/%s', (target) => {
  const list = read(target, LICENCE_LIST);
  const named = headings(list).map(([, name = '']) => name);

  test('lists everything that our dependencies bring, and the lines of the bundlers', () => {
    const brought = bring('', Object.keys(packageJson.dependencies));
    const added = ADDED.map((name) => `${name} ${locked[`node_modules/${name}`]?.version}`);
    expect(named.toSorted()).toEqual([...brought, ...added].toSorted());
  });

  test('has the text of each licence, and knows what it asks for', () => {
    for (const [, name, licence = ''] of headings(list)) expect(Object.keys(KNOWN), name).toContain(licence);
    const [, ...parts] = list.split(`\n${'='.repeat(78)}\n`);
    expect(parts).toHaveLength(named.length);
    for (const part of parts)
      expect(part).toMatch(/Permission (is hereby granted|to use)|Redistribution and use|Mozilla/);
  });

  test("has SeenOnce's own licence", () => {
    expect(read(target, 'LICENSE')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'));
  });
});

describe('the list is made from what is bundled', () => {
  test("the pages' scripts bundle no package; a script that does would be seen", async () => {
    const scripts = await modulesOf(
      root,
      providers.map(({ id }) => `src/providers/${id}/${id}.content.ts`),
    );
    expect([...scripts]).toContain(`${root}/src/prompt/mount.ts`);
    expect([...scripts].filter((id) => packageOf(root, id) !== null)).toEqual([]);
    const control = await modulesOf(root, ['src/storage/database.ts']);
    expect(licenceList(root, control)).toMatch(/^idb /m);
  });

  test('a package without the text of its licence is refused, and one that names none', () => {
    const folder = join(scratch, 'node_modules', 'bare');
    mkdirSync(folder, { recursive: true });
    const put = (content: object) => writeFileSync(join(folder, 'package.json'), JSON.stringify(content));
    put({ name: 'bare', version: '1.0.0', license: 'MIT' });
    expect(() => licenceOf(folder)).toThrow('bare 1.0.0 is bundled and has no licence text');
    writeFileSync(join(folder, 'LICENSE.md'), 'Permission is hereby granted');
    expect(licenceOf(folder)).toContain('Permission');
    put({ name: 'bare', version: '1.0.0' });
    expect(() => licenceOf(folder)).toThrow('names no licence');
  });

  test('a module that nobody knows is refused', () => {
    expect(packageOf('/ours', '/ours/node_modules/a/node_modules/@b/c/d/e.js')).toBe(
      '/ours/node_modules/a/node_modules/@b/c',
    );
    expect(packageOf('/ours', '/ours/src/a.ts')).toBeNull();
    expect(() => packageOf('/ours', '\0other/helper.js')).toThrow('nobody knows');
    expect(() => packageOf('/ours', '/theirs/a.ts')).toThrow('nobody knows');
  });
});
