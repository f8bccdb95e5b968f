import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../test/support/random-tokens';
import { quotedValue, readAssignments } from './dotenv';
import { factsIn } from './facts';

/** Name and value of everything in it. */
function read(text: string): Record<string, string> {
  const found = readAssignments(text);
  if (!found.ok) throw new Error(`${found.problem.flaw} in line ${found.problem.line}`);
  return Object.fromEntries(found.assignments.map(({ name, value }) => [name, value]));
}

/** What a POSIX shell makes of it. */
function inShell(file: string, name: string): string {
  return execFileSync('sh', ['-c', `set -a\n${file}\nprintf '%s.' "$${name}"`], { encoding: 'utf8' }).slice(
    0,
    -1,
  );
}

// Each of these took seconds for 64 kB, and four times as long for twice as much: a minute would not do here.
test.each([
  ['many comments', '# EXAMPLE\n'.repeat(200_000)],
  ['one long comment', `# ${'note: '.repeat(400_000)}\n`],
  ['a comment of spaces', `# note: ${' '.repeat(2_000_000)}x\n`],
  ['a long line of hashes', `A=${' #'.repeat(1_000_000)}\n`],
  ['many names to export', `export ${'A '.repeat(1_000_000)}\n`],
])('%s is read in one go', (_, text) => {
  const found = readAssignments(`${text}LAST=EXAMPLE\n`);
  expect(found.ok && found.assignments.at(-1)?.value).toBe('EXAMPLE');
  if (found.ok) for (const { comments } of found.assignments) factsIn(comments);
});

describe('an assignment', () => {
  test.each([
    ['plain', 'A=abc', 'abc'],
    ['exported', 'export A=abc', 'abc'],
    ['with space around', '  A = abc  ', 'abc'],
    ['with a colon', 'A: abc', 'abc'],
    ['with = in the value', 'A=a=b==', 'a=b=='],
    ['with a comment', 'A=abc # EXAMPLE', 'abc'],
    ['with # inside', 'A=a#b', 'a#b'],
    ['empty', 'A=', ''],
    ['empty with a comment', 'A= # EXAMPLE', ''],
    ['in single quotes', `A='a "b" \\n $c # d'`, 'a "b" \\n $c # d'],
    ['in single quotes, as a shell writes a quote', `A='it'\\''s'`, "it's"],
    ['in double quotes', String.raw`A="a\nb \"c\" \\ \$d \q"`, 'a\nb "c" \\ $d \\q'],
    ['in backticks', 'A=`a "b" \'c\'`', `a "b" 'c'`],
    ['over several lines', 'A="one\ntwo\nthree" # EXAMPLE', 'one\ntwo\nthree'],
    ['with the line ends of Windows', 'A="one\r\ntwo"\r\nB=x\r\n', 'one\ntwo'],
    ['with quotes inside', `A={"a": "b"}`, '{"a": "b"}'],
  ])('%s', (_, text, value) => {
    expect(read(text)['A']).toBe(value);
  });

  test('knows its line, and the comment right above it', () => {
    const file = '# far away\n\n# one\n#two\nA="x\ny"\nexport A\n# three\nB=1\nC=2\n';
    const found = readAssignments(file);
    expect(found.ok && found.assignments).toEqual([
      { line: 5, name: 'A', value: 'x\ny', comments: ['one', 'two'] },
      { line: 9, name: 'B', value: '1', comments: ['three'] },
      { line: 10, name: 'C', value: '2', comments: [] },
    ]);
  });
});

test.each([
  ['no assignment', 'A=1\nthis is prose\n', 'no_assignment', 2],
  ['a command', 'A=1\n\n# x\nif true; then\n', 'no_assignment', 4],
  ['a quote that is not closed', 'A=1\nB="two\nthree\n', 'open_quote', 2],
  ['a single quote that is not closed', "A='1\n\n\n", 'open_quote', 1],
  ['something after a quote', 'A="x\ny" z\n', 'after_quote', 1],
])('%s: its line, and nothing is read', (_, text, flaw, line) => {
  expect(readAssignments(text)).toEqual({ ok: false, problem: { flaw, line } });
});

/** Every sort of file of which Node.js and we have the same opinion. */
const AGREED = [
  'A=abc\nexport B="x y"\n# c\nC=\'$x "q"\' # d\n',
  'A="one\ntwo"\nB=`a\'b"c`\nC=a=b\n',
  'A=\nB="\\n"\n  C =  x  \n',
];

test.each(AGREED)('is read as Node.js reads it: %j', (text) => {
  expect(read(text)).toEqual(parseEnv(text));
});

describe('a value that is written', () => {
  test('comes back, whatever is in it', () => {
    fc.assert(
      fc.property(anyText(), (value) => {
        // Line ends become \n in every reader of such files; \r alone is written as \r.
        expect(read(`A=${quotedValue(value)}\n`)).toEqual({ A: value });
      }),
      { numRuns: 2_000 },
    );
  });

  const token = fc.string({
    unit: fc.constantFrom(...'aZ09_-.~+/=@%:, #$`"&|;<>(){}[]*?!^'.split('')),
    minLength: 1,
    maxLength: 60,
  });

  test('is read by Node.js alike, for all that a token may consist of', () => {
    fc.assert(
      fc.property(token, (value) => {
        expect(parseEnv(`A=${quotedValue(value)}\n`)).toEqual({ A: value });
      }),
      {
        numRuns: 2_000,
      },
    );
  });

  test('is read by a shell alike, line breaks and quotes of both sorts too', () => {
    for (const value of [...fc.sample(token, 60), `it's`, `a'b"c$d\`e\\f`, 'one\ntwo', `'\n"`]) {
      expect(inShell(`A=${quotedValue(value)}`, 'A')).toBe(value);
    }
  });
});
