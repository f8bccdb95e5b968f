/** The Firefox package before Mozilla's own linter, which is what `web-ext lint` and addons.mozilla.org run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { extensionArchive } from '../scripts/archives.mjs';
import { filesIn, read, ROOT } from './package-files';

/** Every warning, and why it stays. A new one fails, and so does one that went. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'KEY_FIREFOX_UNSUPPORTED_BY_MIN_VERSION manifest.json':
    'data_collection_permissions came with Firefox 140. We run from 128 on, and an older Firefox passes over a ' +
    'key that it does not know: what it says, that nothing is collected, is so there too.',
  'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION manifest.json':
    'The same key, 142 on Android. There is no gecko_android in the manifest, so Android is not offered it.',
  'UNSAFE_VAR_ASSIGNMENT preact':
    "preact's dangerouslySetInnerHTML. Nothing of ours uses it, which a test below holds.",
};

type Finding = { code: string; file?: string };
type Findings = { errors: Finding[]; notices: Finding[]; warnings: Finding[] };

const scratch = mkdtempSync(join(tmpdir(), 'seenonce-lint-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function lint(path: string): Findings {
  const linter = join(ROOT, 'node_modules', 'addons-linter', 'bin', 'addons-linter');
  const { stdout, stderr } = spawnSync(process.execPath, [linter, path, '--output', 'json'], {
    encoding: 'utf8',
  });
  expect(stdout, stderr).toContain('"errors"');
  return JSON.parse(stdout) as Findings; // its documented output
}

/** "CODE file", with the library for a file whose name has a hash. */
function told({ code, file = '' }: Finding): string {
  return `${code} ${file.startsWith('assets/') && read('firefox', file).includes('__html') ? 'preact' : file}`;
}

test('has no error, and no warning without a reason', { timeout: 90_000 }, () => {
  const { name, bytes } = extensionArchive(ROOT, 'firefox');
  writeFileSync(join(scratch, name), bytes);
  const { errors, notices, warnings } = lint(join(scratch, name));
  expect(errors).toEqual([]);
  expect(notices).toEqual([]);
  expect(warnings.map(told).toSorted()).toEqual(Object.keys(EXPLAINED).toSorted());
});

test('the linter finds what is wrong with a doctored package', { timeout: 90_000 }, () => {
  const folder = join(scratch, 'doctored');
  mkdirSync(folder);
  const manifest = { manifest_version: 3, name: 'A package without a version' };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'x.js'), 'eval(location.hash);');
  const { errors, warnings } = lint(folder);
  expect(errors.map(told)).toContain('MANIFEST_FIELD_REQUIRED manifest.json');
  expect(warnings.map(told)).toContain('DANGEROUS_EVAL x.js');
});

test('nothing of ours makes text into a page', () => {
  const files = filesIn(join(ROOT, 'src')).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
  const textIntoPage = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment/i;
  expect('<p dangerouslySetInnerHTML={{ __html }} />').toMatch(textIntoPage);
  for (const file of files) {
    expect(readFileSync(join(ROOT, 'src', file), 'utf8'), file).not.toMatch(textIntoPage);
  }
});
