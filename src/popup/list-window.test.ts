import { describe, expect, test } from 'vitest';
import { chunksOf, rowsToDraw, scrollTopFor } from './list-window';

const scroll = (top: number) => ({ top, height: 478, rowHeight: 54 });

describe('rowsToDraw', () => {
  test('draws a short list whole, wherever it is scrolled', () => {
    expect(rowsToDraw(scroll(0), 0, 0)).toEqual([]);
    expect(rowsToDraw(scroll(900), 50, 3)).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  test('draws what is visible of a long list and a little more', () => {
    const rows = rowsToDraw(scroll(54 * 5_000), 10_000, 5_000);
    expect(rows.length).toBeLessThan(40);
    expect(rows[0]).toBe(4_988);
    for (const visible of [5_000, 5_004, 5_008]) expect(rows).toContain(visible);
    expect(rows).toEqual(rows.toSorted((a, b) => a - b));
  });

  test('ends with the list', () => {
    expect(rowsToDraw(scroll(54 * 9_992), 10_000, 9_999).at(-1)).toBe(9_999);
  });

  test('keeps the active row drawn when it was scrolled away', () => {
    expect(rowsToDraw(scroll(54 * 5_000), 10_000, 2)[0]).toBe(2);
    expect(rowsToDraw(scroll(0), 10_000, 9_000).at(-1)).toBe(9_000);
    expect(rowsToDraw(scroll(0), 10_000, 10_000)).not.toContain(10_000);
  });
});

test('asks for the chunks that hold the rows, once each', () => {
  expect(chunksOf([])).toEqual([]);
  expect(chunksOf([0, 48, 49, 50, 51])).toEqual([0, 1]);
  expect(chunksOf([3, 520, 521])).toEqual([0, 10]);
});

describe('scrollTopFor', () => {
  test('does not move for a row that is visible', () => {
    expect(scrollTopFor(4, scroll(100))).toBe(100);
  });

  test('moves just far enough, up or down', () => {
    expect(scrollTopFor(1, scroll(200))).toBe(54);
    expect(scrollTopFor(9, scroll(0))).toBe(10 * 54 - 478);
  });
});
