/** Where everything comes from that SeenOnce is built and tested with. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import lock from '../package-lock.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };
import { sourceFiles } from '../scripts/archives.mjs';
import { ROOT } from './package-files';

type Locked = {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  hasInstallScript?: boolean;
};
type Installed = { version: string; scripts?: Readonly<Record<string, string>> };

const REGISTRY = 'https://registry.npmjs.org/';
/** Packages with a script at installation, and why we can do without running it. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'node_modules/fsevents':
    'macOS only and optional; it ships its binary built, and without it files are polled.',
};

const asked: Readonly<Record<string, string>> = {
  ...packageJson.dependencies,
  ...packageJson.devDependencies,
};
const { '': root, ...packages } = lock.packages;
const locked: Readonly<Record<string, Locked>> = packages;

const isExact = (version: string) => /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version);

/** What is wrong with where a package comes from; '' for nothing. */
function doubtOn({ resolved, integrity, link, version }: Locked): string {
  if (link || !version || !isExact(version)) return 'is no version of a package';
  if (resolved !== undefined && !resolved.startsWith(REGISTRY)) return `comes from ${resolved}`;
  return /^sha512-[\w+/]{86}==$/.test(integrity ?? '') ? '' : 'has no sha512 of its bytes';
}

const runsAtInstallation = ({ scripts = {} }: Pick<Installed, 'scripts'>, hasGyp: boolean) =>
  hasGyp || ['preinstall', 'install', 'postinstall'].some((name) => name in scripts);

describe('package.json', () => {
  test.each(Object.entries(asked))('asks for an exact version of %s', (_, version) => {
    expect(version).toSatisfy(isExact);
  });

  test('the check knows a range', () => {
    expect(
      ['^1.0.0', '~1.0.0', '1.x', '*', 'latest', '>=1.0.0', 'github:a/b', 'file:../a'].some(isExact),
    ).toBe(false);
  });
});

describe('the lockfile', () => {
  test('is the only one', () => {
    const others = /(^|\/)(npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|package-lock\.json)$/;
    expect(sourceFiles(ROOT).filter((file) => others.test(file))).toEqual(['package-lock.json']);
  });

  test('is in step with package.json: else run npm install', () => {
    const { name, version, dependencies, devDependencies, engines } = packageJson;
    expect(root).toMatchObject({ name, version, dependencies, devDependencies, engines });
    expect(lock).toMatchObject({ name, version });
    for (const [each, exact] of Object.entries(asked)) {
      expect(locked[`node_modules/${each}`]?.version, each).toBe(exact);
    }
  });

  // npm leaves `resolved` out where it is told to (omit-lockfile-registry-resolved), and takes its own registry.
  test('takes every package from the registry, with the hash of its bytes', () => {
    const doubts = Object.entries(locked).map(([path, each]) => [path, doubtOn(each)]);
    expect(doubts.length).toBeGreaterThan(100);
    expect(doubts.filter(([, doubt]) => doubt !== '')).toEqual([]);
  });

  test('the check knows a package from elsewhere, one without a hash, and a link', () => {
    const good = {
      version: '1.0.0',
      integrity: `sha512-${'a'.repeat(86)}==`,
      resolved: `${REGISTRY}a/-/a-1.0.0.tgz`,
    };
    expect(doubtOn(good)).toBe('');
    expect(doubtOn({ ...good, resolved: 'git+ssh://git@github.com/a/b.git#1' })).toContain('comes from');
    expect(doubtOn({ ...good, resolved: 'https://registry.npmjs.org.example.org/a.tgz' })).toContain(
      'comes from',
    );
    expect(doubtOn({ ...good, integrity: 'sha1-aaaa' })).toContain('sha512');
    expect(doubtOn({ ...good, link: true })).toContain('no version');
  });
});

describe('what is installed', () => {
  const installed = Object.entries(locked).flatMap(([path, { version }]) => {
    const file = join(ROOT, path, 'package.json');
    if (!existsSync(file)) return []; // another platform's
    const found = JSON.parse(readFileSync(file, 'utf8')) as Installed; // npm checked it
    return [{ path, version, found, hasGyp: existsSync(join(ROOT, path, 'binding.gyp')) }];
  });

  test('is what the lockfile says: else run npm ci', () => {
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(({ version, found }) => version !== found.version)).toEqual([]);
  });

  test('needs no script at its installation, and may run none', () => {
    const inLock = Object.entries(locked).flatMap(([path, each]) => (each.hasInstallScript ? [path] : []));
    const inPackages = installed.flatMap(({ path, found, hasGyp }) =>
      runsAtInstallation(found, hasGyp) ? [path] : [],
    );
    expect([...inLock, ...inPackages].filter((path) => !(path in EXPLAINED))).toEqual([]);
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
  });

  test('the check knows a script at installation', () => {
    expect(runsAtInstallation({ scripts: { postinstall: 'node steal.js' } }, false)).toBe(true);
    expect(runsAtInstallation({}, true)).toBe(true);
    expect(runsAtInstallation({ scripts: { test: 'vitest' } }, false)).toBe(false);
  });
});
