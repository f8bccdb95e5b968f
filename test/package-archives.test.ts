/** What `npm run package` writes: the same bytes each time, and from the source archive, too. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { extensionArchive, sourceArchive, sourceFiles, zip } from '../scripts/archives.mjs';
import { filesIn, folderOf, ROOT, TARGETS } from './package-files';

const scratch = mkdtempSync(join(tmpdir(), 'seenonce-package-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function put(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
}

describe('a zip', () => {
  const a = new TextEncoder().encode('a');
  const b = new TextEncoder().encode('b');

  test('depends neither on the order of its files nor on the clock nor on its zone', () => {
    const before = process.env.TZ;
    const first = zip({ 'x/a': a, b });
    process.env.TZ = before === 'Asia/Tokyo' ? 'America/Lima' : 'Asia/Tokyo';
    const second = zip({ b, 'x/a': a });
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(second).toEqual(first);
  });

  test('depends on what is in them, and on their names', () => {
    expect(zip({ a: b })).not.toEqual(zip({ a }));
    expect(zip({ b: a })).not.toEqual(zip({ a }));
  });
});

describe.each(TARGETS)('the package for %s', (target) => {
  const { name, bytes } = extensionArchive(ROOT, target);

  test('is named by the version, and is what was built, manifest.json at the top', () => {
    expect(name).toBe(`seenonce-${packageJson.version}-${target}.${target === 'firefox' ? 'xpi' : 'zip'}`);
    const packed = unzipSync(bytes);
    expect(Object.keys(packed)).toEqual(filesIn(folderOf(target)));
    expect(packed).toHaveProperty(['manifest.json']);
    for (const [file, content] of Object.entries(packed)) {
      expect(Buffer.from(content).equals(readFileSync(join(folderOf(target), file))), file).toBe(true);
    }
  });
});

describe('the source archive', () => {
  test('is what git tracks: nothing else that lies around gets in', () => {
    const folder = join(scratch, 'repository');
    put(folder, { '.gitignore': 'dist/\n*.log\n', 'kept.ts': '', 'scratch.ts': '', 'dist/built.js': '' });
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
    const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, env }).status === 0;
    const hasGit = git('init') && git('add', '.gitignore', 'kept.ts');
    const expected = ['.gitignore', 'kept.ts', ...(hasGit ? [] : ['scratch.ts'])];
    expect(sourceFiles(folder).toSorted()).toEqual(expected);
  });

  test('is, without git, everything that .gitignore does not name', () => {
    const folder = join(scratch, 'unpacked');
    put(folder, { '.gitignore': 'dist/\n*.log\n', 'src/kept.ts': '', 'dist/a.js': '', 'src/an.log': '' });
    expect(sourceFiles(folder).toSorted()).toEqual(['.gitignore', 'src/kept.ts']);
  });

  test('.gitignore has only such lines as the packaging understands', () => {
    const lines = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n').filter(Boolean);
    for (const line of lines)
      expect(line, 'scripts/archives.mjs reads them').toMatch(/^([\w.-]+\/|\*[\w.-]+)$/);
  });

  // node_modules is linked, to save the time of `npm ci`: package-supply.test.ts holds it to the lockfile.
  test(
    'builds to the same bytes in another folder, time zone and NODE_ENV, without git',
    { timeout: 120_000 },
    () => {
      const source = sourceArchive(ROOT);
      const folder = join(scratch, 'elsewhere', 'source');
      put(folder, unzipSync(source.bytes));
      symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
      const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/package.mjs'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, TZ: 'Asia/Tokyo', NODE_ENV: 'development', GIT_CEILING_DIRECTORIES: scratch },
      });
      const untracked = spawnSync('git', ['status', '--short'], { cwd: ROOT, encoding: 'utf8' }).stdout;
      expect(status, `${stderr}\nIs a file not added to git?\n${untracked}`).toBe(0);
      for (const { name, sha256 } of [...TARGETS.map((target) => extensionArchive(ROOT, target)), source]) {
        expect(stdout, 'printed as it is here; is dist/ older than the source?').toContain(
          `${sha256}  ${name}`,
        );
      }
    },
  );
});
