/** No style sheet of ours names left or right: a language that is read from right to left turns the page round by itself. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '..');
/**
 * A side as a property, as a part of one, or as a value; and the four values of `padding: 1 2 3 4`, of
 * which the second and the fourth are sides, where these two differ.
 */
const SIDE =
  /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-)?(?:left|right)(?:-[a-z]+)?$|^border-(?:top|bottom)-(?:left|right)-radius$/;
const FOUR = /^(?:margin|padding|inset|border-width|border-style|border-color)$/;

/** Where a side is meant whatever the language. Each with its reason. */
const MEANT: readonly string[] = [
  // The arrow of a list box: there is no other word for a background's place. `:dir(rtl)` turns it.
  'ui/parts.css: background: var(--so-canvas) no-repeat right calc(10 * var(--u)) center / calc(10 * var(--u)) …',
  // A tick is drawn of two edges, and is the same tick from right to left.
  'ui/parts.css: border-width: 0 0 calc(1.75 * var(--u)) calc(1.75 * var(--u))',
];

/**
 * The prompt hangs from a corner of somebody else's window, is in no language that is read from right to
 * left, and counts its bytes: what it names is its own affair (`prompt/accessible.browser.test.ts`).
 */
const ELSEWHERE = /^prompt[/\\]/;

const sheets = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.css') && !ELSEWHERE.test(file),
);

type Declaration = readonly [property: string, value: string];

function declarationsIn(css: string): Declaration[] {
  const bare = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/url\("[^"]*"\)/g, '…');
  return [...bare.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(
    ([, property = '', value = '']) => [property, value.replaceAll(/\s+/g, ' ').trim()],
  );
}

/** The values of a shorthand, with what stands in brackets as one. */
function valuesOf(value: string): string[] {
  const values: string[] = [];
  let depth = 0;
  for (const part of value.split(' ')) {
    if (depth === 0) values.push(part);
    else values.push(`${values.pop()} ${part}`);
    depth += (part.match(/\(/g)?.length ?? 0) - (part.match(/\)/g)?.length ?? 0);
  }
  return values;
}

function namesASide([property, value]: Declaration): boolean {
  if (SIDE.test(property)) return true;
  if (/^(?:text-align|float|clear)$/.test(property)) return /^(?:left|right)$/.test(value);
  if (property.startsWith('background')) return /\b(?:left|right)\b/.test(value);
  const [, second, , fourth] = FOUR.test(property) ? valuesOf(value) : [];
  return fourth !== undefined && second !== fourth;
}

const found = (file: string, css: string) =>
  declarationsIn(css)
    .filter(namesASide)
    .map(([property, value]) => `${file}: ${property}: ${value}`);

test('no sheet names left or right', () => {
  expect(sheets.length).toBeGreaterThan(5);
  const named = sheets.flatMap((file) =>
    found(file.replaceAll('\\', '/'), readFileSync(join(SRC, file), 'utf8')),
  );
  expect(named.filter((each) => !MEANT.includes(each))).toEqual([]);
});

test('each exception is still there', () => {
  const named = sheets.flatMap((file) =>
    found(file.replaceAll('\\', '/'), readFileSync(join(SRC, file), 'utf8')),
  );
  expect(MEANT.filter((each) => !named.includes(each))).toEqual([]);
});

test('the control: each way to name a side is found', () => {
  const css = `a { left: 0; margin-left: 1px; border-top-right-radius: 2px; text-align: right; padding: 0 1px 0 calc(2px + (1px)) }
    @media print { b { color: red; float: left } } c { padding: 1px 2px 3px 2px; margin-inline-start: 1px; text-align: start }`;
  expect(found('x', css)).toHaveLength(6);
});
