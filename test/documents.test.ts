/** The documents keep their word: each test that they name exists, each permission is explained, each file is there. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import packageJson from '../package.json' with { type: 'json' };
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { providers } from '../src/providers';
import { filesIn, ROOT } from './package-files';

type Browser = 'Chromium' | 'Firefox';
type Reference = { readonly file: string; readonly title: string; readonly only: Browser | null };
/** A line of a table of permissions. */
type Asked = { readonly who: string; readonly permissions: readonly string[]; readonly why: string };

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const E2E = 'test/e2e/';
const BOTH: readonly Browser[] = ['Chromium', 'Firefox'];

/** `file › "title"` between backticks, and after it the browser if it runs in one alone. */
const REFERENCE = /`((?:src|test|scripts)\/[\w./-]+) › "([^`]+)"`(?: \((Chromium|Firefox)\))?/g;

function referencesIn(text: string): Reference[] {
  return [...text.matchAll(REFERENCE)].map(([, file = '', title = '', only]) => ({
    file,
    title,
    only: BOTH.find((browser) => browser === only) ?? null,
  }));
}

/** The titles of tests and of groups of tests: a call with a text first, also behind `.each([…])`. One that is skipped shows nothing. */
function titlesIn(source: string): Set<string> {
  const calls = source.matchAll(
    /(?:\b(?:test|describe)(?:\.(?!skip\b|todo\b)\w+)*|\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g,
  );
  return new Set([...calls].map(([, , title = '']) => title.replaceAll(/\\(.)/g, '$1')));
}

/** Where a test runs. An end-to-end test that is not in the folder of one browser runs in both; what needs no browser counts for both. */
function browsersOf(file: string): readonly Browser[] {
  if (file.startsWith(`${E2E}chromium/`)) return ['Chromium'];
  if (file.startsWith(`${E2E}firefox/`)) return ['Firefox'];
  return file.endsWith('.browser.test.ts') ? ['Chromium'] : BOTH;
}

/** What is wrong with a reference; '' for nothing. */
function doubtOn({ file, title, only }: Reference): string {
  if (!existsSync(join(ROOT, file))) return `${file}: there is no such file`;
  if (!titlesIn(textOf(file)).has(title)) return `${file}: no test has the title "${title}"`;
  const missing = (only ? [only] : BOTH).filter((browser) => !browsersOf(file).includes(browser));
  return missing.length > 0 ? `${file}: does not run in ${missing.join(' and ')}` : '';
}

/** The lines below a heading, up to the next one of its level or above. */
function sectionOf(text: string, heading: string): string {
  const level = heading.indexOf(' ');
  const [, after = ''] = text.split(`\n${heading}\n`);
  return after.split(new RegExp(`^#{1,${level}} `, 'm'))[0] ?? '';
}

/** Each `- ` at the beginning of a line, with what is indented below it. */
const promisesIn = (section: string) => section.split(/^(?=- )/m).filter((part) => part.startsWith('- '));

const SECURITY = textOf('SECURITY.md');
const PROMISED = sectionOf(SECURITY, '## What is promised');

describe('SECURITY.md', () => {
  const references = referencesIn(SECURITY);

  test('names only tests that exist, and that run where it says', () => {
    expect(references.map(doubtOn).filter(Boolean)).toEqual([]);
  });

  test('has no reference of another form, which would not be looked at', () => {
    const spans = SECURITY.match(/`[^`]*›[^`]*`/g) ?? [];
    // The first one says what a reference looks like.
    expect(spans.filter((span) => referencesIn(span).length === 0)).toEqual(['`file › "title"`']);
  });

  test('shows every promise by a test', () => {
    const promises = promisesIn(PROMISED);
    expect(promises.length).toBeGreaterThan(30);
    expect(promises.filter((promise) => referencesIn(promise).length === 0)).toEqual([]);
    expect(referencesIn(PROMISED)).toHaveLength(references.length);
  });

  test('the check finds a test that is not there, a file, a part of a title, and a browser', () => {
    const senders = `${E2E}senders.e2e.test.ts`;
    const found = (text: string) => referencesIn(text).map(doubtOn);
    const real = 'a content script reads settings and no more';
    expect(found(`\`${senders} › "${real}"\``), 'the control').toEqual(['']);
    expect(found(`\`${senders} › "${real} than that"\``)).toEqual([expect.stringContaining('no test has')]);
    expect(found(`\`${senders} › "reads settings"\``)).toEqual([expect.stringContaining('no test has')]);
    expect(found(`\`${E2E}sender.e2e.test.ts › "${real}"\``)).toEqual([
      expect.stringContaining('no such file'),
    ]);
    const memory = `\`${E2E}chromium/memory.e2e.test.ts › "the background's memory"\``;
    expect(found(`${memory} (Chromium)`)).toEqual(['']);
    expect(found(memory)).toEqual([expect.stringContaining('does not run in Firefox')]);
    expect(promisesIn('- A promise.\n- Another.\n  - `x`\n')).toHaveLength(2);
  });

  test('the check reads titles as they are written, and not what a test says inside', () => {
    const source = `describe.each([1])('a %d', () => { test("it's", () => say('no title')); test('it\\'s b', f); });
      test.each<[string]>([['row']])(\n 'each %s', f); test(\`with \${N}\`, f); test.skip('not run', f); test.todo('not written');`;
    expect(titlesIn(source)).toEqual(new Set(['a %d', "it's", "it's b", 'each %s', 'with ${N}']));
  });
});

/** The rows of the tables below a heading: what stands between backticks in the first cell is asked for. */
function askedIn(text: string, heading: string): Asked[] {
  const rows = sectionOf(text, heading).matchAll(/^\| (.*?) +\| (.*?) +\|$/gm);
  return [...rows]
    .map(([, who = '', why = '']) => ({ who, why, permissions: spansIn(who) }))
    .filter(({ permissions }) => permissions.length > 0);
}

const spansIn = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);

const ASKED: readonly string[] = [
  ...manifest.permissions,
  ...manifest.optional_permissions,
  ...manifest.host_permissions,
  ...manifest.optional_host_permissions,
];
/** Every permission that Chromium knows, by the types of its interface. */
const KNOWN = new Set(
  [
    ...(/type ManifestPermission =([^;]*);/
      .exec(textOf('node_modules/@types/chrome/index.d.ts'))?.[1]
      ?.matchAll(/"([^"]+)"/g) ?? []),
  ].map(([, name = '']) => name),
);

/** What is explained and not asked for, asked for and not explained, or mentioned as if it were asked for. */
function doubtsOnPermissions(text: string, heading: string): string[] {
  const asked = askedIn(text, heading);
  const explained = asked.flatMap(({ permissions }) => permissions);
  return [
    ...ASKED.filter((each) => !explained.includes(each)).map((each) => `${each} is not explained`),
    ...explained.filter((each) => !ASKED.includes(each)).map((each) => `${each} is not asked for`),
    ...explained.filter((each, at) => explained.indexOf(each) !== at).map((each) => `${each} stands twice`),
    ...asked.filter(({ why }) => why.length < 30).map(({ who }) => `${who} has no reason`),
    ...spansIn(text)
      .filter((span) => KNOWN.has(span) && !ASKED.includes(span))
      .map((span) => `${span} is mentioned`),
  ];
}

const LISTING = textOf('docs/store/listing.md');

describe.each([
  ['docs/privacy.md', '## What each permission is for'],
  ['docs/store/listing.md', '## Permission justifications'],
])('the permissions in %s', (file, heading) => {
  const text = textOf(file);

  test('are those that manifest.json asks for, each with a reason', () => {
    expect(doubtsOnPermissions(text, heading)).toEqual([]);
  });

  test("have a line for each provider's hosts", () => {
    for (const { name, matches } of providers) {
      const line = askedIn(text, heading).find(({ who }) => who.startsWith(`${name}: `));
      expect(line?.permissions.toSorted(), name).toEqual([...matches].toSorted());
    }
  });

  test('the check finds one that is invented, one that is missing, and one in the text', () => {
    const row = /^\| `idle` .*\n/m;
    expect(text).toMatch(row);
    const reason = 'To know which pages were visited, and when that was.';
    const invented = text.replace(row, (line) => `${line}| \`history\` | ${reason} |\n`);
    expect(doubtsOnPermissions(invented, heading)).toEqual([
      'history is not asked for',
      'history is mentioned',
    ]);
    expect(doubtsOnPermissions(text.replace(row, ''), heading)).toEqual(['idle is not explained']);
    expect(doubtsOnPermissions(`${text}\nIt asks for \`cookies\`.\n`, heading)).toEqual([
      'cookies is mentioned',
    ]);
    expect(doubtsOnPermissions(text.replace(row, '| `idle` | Needed. |\n'), heading)).toEqual([
      '`idle` has no reason',
    ]);
  });
});

/** The quoted lines below a heading, as they go into a store's form. */
const quoted = (heading: string) =>
  [...sectionOf(LISTING, heading).matchAll(/^> ?(.*)$/gm)].map(([, line = '']) => line).join('\n');

/** Width and height of a PNG. */
function sizeOf(file: string): [width: number, height: number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe('docs/store/listing.md', () => {
  test("has the manifest's name and, for Chrome, its description, which that store takes from the package", () => {
    expect(quoted('### Name')).toBe(messages.name.message);
    expect(quoted('### Short summary, Chrome Web Store')).toBe(messages.description.message);
  });

  test.each([
    ['### Name', 50],
    ['### Short summary, Chrome Web Store', 132],
    ['### Short summary, addons.mozilla.org', 250],
    ['### Single purpose', 1_000],
    ['### Long description', 15_000],
    ['### All hosts in one field', 1_000],
    ['### Test instructions, Chrome Web Store', 500],
    ['### Notes to reviewers, addons.mozilla.org', 3_000],
  ])('%s: at most %d characters', (heading, most) => {
    expect(quoted(heading)).not.toBe('');
    expect(quoted(heading).length).toBeLessThanOrEqual(most);
  });

  test('names the pictures that `npm run pictures` makes, and each has the right size', () => {
    const named = spansIn(sectionOf(LISTING, '## Pictures')).filter((span) => span.startsWith('docs/'));
    const made = [...textOf('test/practice/pictures.ts').matchAll(/'(\d-[\w-]+)(?:\.png)?'/g)];
    expect(named).toEqual(made.map(([, name]) => `docs/store/images/${name}.png`).toSorted());
    expect(named).toHaveLength(5);
    const folder = join(ROOT, 'docs/store/images');
    expect(filesIn(folder).map((file) => `docs/store/images/${file}`)).toEqual(named);
    for (const file of named) expect(sizeOf(join(ROOT, file)), file).toEqual([1_280, 800]);
  });
});

const DOCUMENTS = [
  'README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'docs/privacy.md',
  'docs/store/listing.md',
];

/** What a document links to, runs or names of the repository, and is not there. */
function missingFrom(document: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
  const commands = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);
  const files = spansIn(text).filter((span) =>
    /^(src|test|scripts|docs)\/[\w./-]+\.(tsx?|md|mjs)$/.test(span),
  );
  return [
    ...links.filter((link) => !existsSync(join(ROOT, dirname(document), link))),
    ...commands.filter((name) => !Object.hasOwn(packageJson.scripts, name)),
    ...files.filter((file) => !existsSync(join(ROOT, file))),
  ];
}

test.each(DOCUMENTS)('%s names links, commands and files that are there', (document) => {
  expect(missingFrom(document, textOf(document))).toEqual([]);
});

test('the check finds a link, a command and a file that are not', () => {
  const text =
    '[a](../SECURITY.md) [b](SECURITY.md) `npm run check` `npm run gone` `src/browser.ts` `src/gone.ts`';
  expect(missingFrom('docs/privacy.md', text)).toEqual(['SECURITY.md', 'gone', 'src/gone.ts']);
});

const SYNCED = /\bstorage\s*(\?\.|\.)\s*sync\b|\bstorage\s*\[\s*['"`]sync/;

test("nothing of ours is given to the browser's sync", () => {
  const sources = filesIn(join(ROOT, 'src')).filter((file) => /\.tsx?$/.test(file));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => SYNCED.test(textOf(`src/${file}`)))).toEqual([]);
  for (const control of ['browser.storage.sync.set(a)', 'chrome.storage["sync"]', 'storage\n  .sync'])
    expect(control).toMatch(SYNCED);
});
