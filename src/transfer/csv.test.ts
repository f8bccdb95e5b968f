import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../test/support/random-tokens';
import { readRows, writeRows } from './csv';

const cellsOf = (text: string, separator = ',') => {
  const read = readRows(text, separator);
  if (!read.ok) throw new Error(`${read.problem.flaw} in line ${read.problem.line}`);
  return read.rows.map(({ cells }) => cells);
};

test.each([
  [
    'cells',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'with the line ends of Windows',
    'a,b\r\nc,d\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'with those of an old Mac',
    'a,b\rc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'empty ones',
    ',\na,',
    [
      ['', ''],
      ['a', ''],
    ],
  ],
  ['in quotes', '"a,""b""\nc",d\n', [['a,"b"\nc', 'd']]],
  ['a quote inside', 'a"b,c', [['a"b', 'c']]],
  [
    'empty lines',
    '\na,b\n\n\nc,d\n\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
])('%s', (_, text, rows) => {
  expect(cellsOf(text)).toEqual(rows);
});

test('other separators', () => {
  expect(cellsOf('a;b,c\n', ';')).toEqual([['a', 'b,c']]);
  expect(cellsOf('a\t\n', '\t')).toEqual([['a', '']]);
});

test('knows the line on which a row begins', () => {
  const read = readRows('h,i\n"a\nb\r\nc",d\n\ne,f\n', ',');
  expect(read.ok && read.rows.map(({ line }) => line)).toEqual([1, 2, 6]);
});

test.each([
  ['a quote that is not closed', 'a,b\nc,"d\ne\n', 'open_quote', 2],
  ['something after a quote', 'a,b\n"c\nd"e,f\n', 'after_quote', 3],
])('%s: its line', (_, text, flaw, line) => {
  expect(readRows(text, ',')).toEqual({ ok: false, problem: { flaw, line } });
});

const anyRows = fc.array(fc.array(fc.oneof(anyText(6), fc.constant('')), { minLength: 2, maxLength: 4 }), {
  minLength: 1,
  maxLength: 4,
});

test('what is written comes back, whatever is in it', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      expect(cellsOf(writeRows(rows))).toEqual(rows);
    }),
    { numRuns: 2_000 },
  );
});

test('Python reads it alike', () => {
  const script =
    'import csv,io,json,sys;print(json.dumps([list(csv.reader(io.StringIO(t,newline=""))) for t in json.load(sys.stdin)]))';
  const many = fc.sample(anyRows, 300);
  const read = execFileSync('python3', ['-c', script], {
    input: JSON.stringify(many.map(writeRows)),
    encoding: 'utf8',
  });
  expect(JSON.parse(read)).toEqual(many);
});
