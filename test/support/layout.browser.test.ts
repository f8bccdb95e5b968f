/** The controls of `layoutFindings` and `families.ts`: each fault is found, and nothing where there is none. */
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { bringFonts } from './brought';
import { FAMILIES, fontsOf, widthIn } from './families';
import { layoutFindings } from './layout';

beforeAll(bringFonts);
beforeEach(() => {
  document.body.innerHTML = '';
});

/** What is found of this, in a box of 200 px. */
function found(inside: string, style = ''): string {
  document.body.innerHTML = `<main style="width: 200px; font: 13px/1.45 'DejaVu Sans'; ${style}">${inside}</main>`;
  return layoutFindings(document.body).join('\n');
}

const LONG = 'EXAMPLE-of-a-word-that-nobody-breaks-anywhere';
const NOWRAP = 'white-space: nowrap';

test.each([
  ['a text beside its box', `<p style="${NOWRAP}">${LONG}</p>`, /reaches over the edge of p/],
  ['a text below its box', `<p style="height: 20px">one<br>two</p>`, /reaches over the edge of p/],
  [
    'a text in a button that is too small',
    `<button style="width: 60px; ${NOWRAP}; padding: 0">${LONG}</button>`,
    /reaches over the edge of button/,
  ],
  ['a text that is cut off at its side', `<p style="overflow: hidden; ${NOWRAP}">${LONG}</p>`, /is cut off/],
  ['a text that is cut off below', `<p style="overflow: hidden; height: 10px">one</p>`, /is cut off by p/],
  [
    'what has to be scrolled sideways',
    `<div style="overflow: auto; ${NOWRAP}">${LONG}</div>`,
    /has to be scrolled sideways/,
  ],
  [
    'words of a field that do not fit',
    `<input style="width: 60px" placeholder="${LONG}">`,
    /is cut off: \d+ px in a field/,
  ],
  [
    'a choice that does not fit',
    `<select style="width: 60px"><option>${LONG}</option></select>`,
    /is cut off: \d+ px in a field/,
  ],
  [
    'a word that is broken',
    `<p style="width: 40px; overflow-wrap: anywhere">a sentence</p>`,
    /"sentence" is broken in p/,
  ],
  [
    'a text over another',
    `<p style="margin: 0">one</p><p style="margin: -15px 0 0">two</p>`,
    /p "one" and p "two" are drawn over each other/,
  ],
  [
    'a text over a drawing',
    `<svg width="16" height="16"></svg><p style="margin: -20px 0 0">two</p>`,
    /svg "" and p "two" are drawn over each other/,
  ],
  [
    'a button over a field',
    `<div style="position: relative"><input style="width: 100%; box-sizing: border-box"><button style="position: absolute; right: 0">Show</button></div>`,
    /input "" and button "Show" are drawn over each other/,
  ],
  [
    'a text beyond the window',
    `<p style="position: absolute; left: 3000px">far</p>`,
    /p "far" reaches from 3000/,
  ],
  [
    'a page that is too wide',
    `<i style="display: block; width: 3000px; height: 1px"></i>`,
    /the page is 3\d\d\d px/,
  ],
] as const)('the control: %s is found', (_, inside, expected) => {
  expect(found(inside)).toMatch(expected);
});

test.each([
  ['a long text that is broken', `<p style="overflow-wrap: anywhere">${LONG}</p>`],
  [
    'words of a field with an ellipsis',
    `<input style="width: 60px; text-overflow: ellipsis" placeholder="${LONG}">`,
  ],
  ['an ellipsis', `<p style="overflow: hidden; text-overflow: ellipsis; ${NOWRAP}">${LONG}</p>`],
  [
    'what only screen readers get',
    `<p style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)">${LONG}</p>`,
  ],
  ['an address that is broken', `<p style="width: 40px; overflow-wrap: anywhere">sandbox.zenodo.org</p>`],
  [
    'what scrolls up and down',
    `<div style="overflow: hidden auto; height: 20px">one<br>two</div><p>three</p>`,
  ],
  ['what is hidden', `<p style="visibility: hidden; ${NOWRAP}">${LONG}</p>`],
  [
    'a menu over the page',
    `<p>one</p><p style="position: absolute; z-index: 1; top: 0; background: Canvas">menu</p>`,
  ],
  ['a link in its sentence', `<p>one <a href="#EXAMPLE">two</a> three, and more of it that goes on</p>`],
])('nothing is found of %s', (_, inside) => {
  expect(found(inside)).toBe('');
});

test('the control: every family is there, and as wide as no other', () => {
  const widths = FAMILIES.map((family) => Math.round(widthIn(family)));
  expect(
    new Set([...widths, Math.round(widthIn('no family, EXAMPLE' as 'Arimo'))]).size,
  ).toBeGreaterThanOrEqual(FAMILIES.length);
  expect(widths[0], 'DejaVu is wider than what is like Arial').toBeGreaterThan(1.1 * Number(widths[1]));
});

test('the control: what fits in one family does not in another', () => {
  const inside = `<p style="${NOWRAP}; font-family: var(--sans)">The token to be saved, EXAMPLE</p>`;
  expect(found(inside, fontsOf('Arimo', '--').replaceAll(' !important', ''))).toBe('');
  expect(found(inside, fontsOf('DejaVu Sans', '--').replaceAll(' !important', ''))).toContain('reaches over');
});
