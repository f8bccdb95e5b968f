/** `npm run new` in a scratch copy of the repository: what it makes is a whole provider, and a refusal changes nothing. */
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { filesIn, ROOT } from '../test/package-files';
import { sourceFiles } from './archives.mjs';

const ID = 'madeupforge';
const MATCH = `https://${ID}.example.org/*`;
const FOLDER = `src/providers/${ID}`;
const LIST = 'src/providers/all.ts';
/** What no other provider's detector has. */
const ONLY_THERE = 'data-token-id';
/** Tests that go through all providers, and the provider's own. */
const ALL = [
  '--project=browser',
  '--project=unit',
  ...['contract.browser', 'snippets', 'advice', 'scopes'].map((name) => `src/providers/${name}.test.ts`),
  FOLDER,
];
/** Tests of what no script can write. */
const BY_HAND = ['src/providers/filled-in.test.ts', 'test/documents.test.ts'];
/** The trials of the other providers are in the same file, and take the longest. */
const WITHOUT_OTHER_TRIALS = `^(?!every snippet > (?!has |${ID}/))`;
/** A build and tests in a browser, on a machine that runs other tests beside. */
const LONG = { timeout: 180_000 };

const copy = realpathSync(mkdtempSync(join(tmpdir(), 'seenonce new ')));
afterAll(() => rmSync(copy, { recursive: true }));

const read = (file: string) => readFileSync(join(copy, file), 'utf8');
const write = (file: string, text: string) => writeFileSync(join(copy, file), text);

/** The packages as links, in a folder of its own: what is built for the copy is not kept among the repository's. */
function linkPackages(): void {
  const [from, to] = [join(ROOT, 'node_modules'), join(copy, 'node_modules')];
  mkdirSync(to);
  for (const name of readdirSync(from).filter((each) => !each.startsWith('.')))
    symlinkSync(join(from, name), join(to, name), 'junction');
}

beforeAll(() => {
  for (const file of sourceFiles(ROOT)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(copy, file));
  }
  linkPackages();
}, LONG.timeout);

/** By these a vitest within a vitest, and a build, would take themselves for a part of the outer one. */
const OF_VITEST = /^(VITEST.*|TEST|NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL)$/;
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_VITEST.test(name)));

type Ran = { readonly status: number | null; readonly said: string };

/** Runs a script with Node in the copy, to its end. */
function run(script: string, ...args: readonly string[]): Promise<Ran> {
  const running = spawn(process.execPath, [script, ...args], {
    cwd: copy,
    env: { ...env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' },
    timeout: LONG.timeout,
  });
  let said = '';
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (words) => (said += words));
  return new Promise((resolve, reject) => {
    running.on('error', reject);
    running.on('close', (status) => resolve({ status, said }));
  });
}

/** Takes a file of the provider away. @returns what puts it back */
function without(file: string): () => void {
  const text = read(`${FOLDER}/${file}`);
  rmSync(join(copy, FOLDER, file));
  return () => write(`${FOLDER}/${file}`, text);
}

/** Changes words in a file of the provider. @returns what changes them back */
function changed(file: string, from: string, to: string): () => void {
  const text = read(`${FOLDER}/${file}`);
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  write(`${FOLDER}/${file}`, text.replace(from, to));
  return () => write(`${FOLDER}/${file}`, text);
}

const make = (...args: readonly string[]) => run('scripts/new.mjs', ...args);
const lint = (...files: readonly string[]) =>
  run('node_modules/oxlint/bin/oxlint', '--deny-warnings', ...files);

type Report = {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

/** Runs tests of the copy. Gives what passed and what did not, by their titles; of a file that did not run, why. */
async function tests(...args: readonly string[]): Promise<{ passed: string[]; failed: string[] }> {
  const file = join(copy, 'report.json');
  const { said } = await run(
    'node_modules/vitest/vitest.mjs',
    'run',
    ...args,
    '--reporter=json',
    `--outputFile=${file}`,
  );
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report; // vitest's own form of a report
  } catch {
    throw new Error(`The tests did not run.\n${said}`);
  }
  rmSync(file);
  const all = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const titles = (status: string) =>
    all.filter((each) => each.status === status).map((each) => each.fullName);
  const broken = report.testResults.filter(({ assertionResults }) => assertionResults.length === 0);
  return { passed: titles('passed'), failed: [...titles('failed'), ...broken.map(({ message }) => message)] };
}

/** All that a refusal could have changed. */
const state = () =>
  [...filesIn(join(copy, 'src')), '../manifest.json'].map((file) => [file, read(`src/${file}`)] as const);

describe('it refuses, says why, and changes nothing:', () => {
  test.each([
    ['no id', [], 'Name the provider by one word'],
    ['two words', ['code', 'house'], 'Name the provider by one word'],
    ['a capital letter', ['CodeHouse'], 'lower-case letters and digits'],
    ['a path', ['../x'], 'lower-case letters and digits'],
    ['a digit first', ['1and1'], 'lower-case letters and digits'],
    ...['new', 'class', 'import', 'delete', 'await', 'undefined', 'constructor', 'other', 'providers'].map(
      (word) => [word, [word], `"${word}" has a meaning in the code`] as const,
    ),
    ['a provider that is there', ['github'], 'src/providers/github exists already'],
    ['the name of a file beside them', ['read'], 'src/providers/read.ts exists already'],
  ] as const)('%s', async (_, args, why) => {
    const before = state();
    const { status, said } = await make(...args);
    expect(said).toContain(why);
    expect(said).toContain('Nothing was changed.');
    expect(status).toBe(1);
    expect(state()).toEqual(before);
  });

  test.each([
    ['another order', (list: string) => list.replace(/\[\s*(\w+),\s*(\w+)/, '[$2, $1')],
    ['something more in it', (list: string) => `${list}\nexport const first = providers[0];\n`],
    ['a provider that is not imported', (list: string) => list.replace('];', ', x];')],
  ])('a list that it does not know: %s', async (_, other) => {
    const list = read(LIST);
    write(LIST, other(list));
    const before = state();
    const { status, said } = await make(ID);
    expect(said).toContain(`${LIST} is not what this script knows`);
    expect(status).toBe(1);
    expect(state()).toEqual(before);
    expect(read(LIST), 'the control').not.toBe(list);
    write(LIST, list);
  });
});

describe('it makes a provider', () => {
  let told = '';
  beforeAll(async () => {
    const { status, said } = await make(ID);
    if (status !== 0) throw new Error(said);
    told = said;
    // By hand, as it says.
    const manifest = read('manifest.json');
    const added = manifest.replace('"host_permissions": [', `"host_permissions": ["${MATCH}",`);
    write('manifest.json', added);
    await run('node_modules/oxfmt/bin/oxfmt', 'manifest.json');
  }, LONG.timeout);

  test('with every file of the template, under its own name', () => {
    expect(packageJson.scripts.new).toBe('node scripts/new.mjs');
    const template = filesIn(join(copy, 'src/providers/new/example'));
    const own = template.map((file) => file.replace('example.content', `${ID}.content`)).toSorted();
    expect(filesIn(join(copy, FOLDER))).toEqual(own);
    const texts = own.map((file) => read(`${FOLDER}/${file}`)).join('\n');
    // Hosts for documentation, and the field of a kind of token.
    expect(texts.match(/.*(?<!\.)example(?!:).*/gi) ?? []).toEqual([]);
  });

  test('and says what is left to do by hand, for which tests fail until it is done', LONG, async () => {
    for (const part of [MATCH, 'manifest.json', 'docs/privacy.md', 'docs/store/listing.md', 'Fill in:'])
      expect(told).toContain(part);
    // Its host is in manifest.json by now.
    const { failed } = await tests('--project=unit', ...BY_HAND);
    expect(failed.filter((title) => /line for each provider|nothing is left/.test(title))).toHaveLength(3);
    for (const title of failed) expect(title).toMatch(/^the permissions in docs|^in Madeupforge/);
  });

  describe.concurrent('that passes', () => {
    test('the check of format', LONG, async () => {
      const { status, said } = await run('node_modules/oxfmt/bin/oxfmt', '--check', '.');
      expect(status, said).toBe(0);
    });

    // The rest is linted as it is, and a list with one provider more has the same type.
    test('types and lint', LONG, async () => {
      const { status, said } = await lint('src/providers', 'vite.config.ts');
      expect(status, said).toBe(0);
    });

    test('the build, and its pages alone get its script', LONG, async () => {
      const { status, said } = await run('scripts/build.mjs', 'chromium');
      expect(status, said).toBe(0);
      // The browser reads this file the same way; its shape is what is checked here.
      const built = JSON.parse(read('dist/chromium/manifest.json')) as {
        readonly host_permissions: readonly string[];
        readonly content_scripts: readonly { readonly matches: readonly string[]; readonly js: string[] }[];
      };
      expect(built.host_permissions).toContain(MATCH);
      const own = built.content_scripts.filter(({ matches }) => matches.includes(MATCH));
      expect(own).toMatchObject([{ matches: [MATCH], js: [expect.any(String)] }]);
      const withItsDetector = built.content_scripts.filter(({ js }) =>
        read(`dist/chromium/${js[0]}`).includes(ONLY_THERE),
      );
      expect(withItsDetector).toEqual(own);
      const withHost = (host: string) =>
        filesIn(join(copy, 'dist/chromium')).filter((file) => read(`dist/chromium/${file}`).includes(host));
      expect(withHost(`${ID}.example.org`), 'the control').toContain('manifest.json');
      expect(withHost('example.example.org'), 'of the template').toEqual([]);
    });

    test(
      'the contract, the trials of its snippets, and what else is asked of each provider',
      LONG,
      async () => {
        const { passed, failed } = await tests(...ALL, '-t', WITHOUT_OTHER_TRIALS);
        expect(failed).toEqual([]);
        for (const [title, fewest] of [
          [`${ID}, `, 10],
          [`${ID}/`, 10],
          ['to every other provider', 100],
        ] as const)
          expect(passed.filter((each) => each.includes(title)).length, title).toBeGreaterThan(fewest);
      },
    );
  });

  describe('the control: what is wrong in it is found:', () => {
    test('a file that is not there, and a wrong type', LONG, async () => {
      const back = [without('manage-url.ts'), changed('index.ts', "letter: 'M'", 'letter: 67')];
      const { status, said } = await lint(FOLDER);
      for (const undo of back) undo();
      expect(status).not.toBe(0);
      expect(said).toContain("Cannot find module './manage-url'");
      expect(said).toContain("Type 'number' is not assignable to type 'string'");
    });

    test('a page and a trial that are not there', LONG, async () => {
      const back = [without('pages/silent-list/page.html'), changed('trials.ts', 'env: ', 'environment: ')];
      const { passed, failed } = await tests(...ALL, '-t', 'shows its display|has a trial|has a label');
      for (const undo of back) undo();
      expect(failed.toSorted()).toEqual([
        expect.stringContaining('every provider shows its display'),
        expect.stringContaining('every snippet has a trial'),
      ]);
      expect(passed).toEqual([expect.stringContaining('has a label')]);
    });
  });

  test('and another one, also where the list is longer than a line', async () => {
    const more = ['madeupforgewithaverylongname', 'madeupforgewithanevenlongername'];
    for (const id of more) expect(await make(id)).toMatchObject({ status: 0 });
    expect(read(LIST)).toMatch(/= \[\n/);
    const listed = read(LIST).replace(/\s+/g, ' ');
    expect(listed).toContain(`, ${ID}, ${more.join(', ')}, ];`);
  });
});
