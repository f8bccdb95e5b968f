import { expect, test } from 'vitest';
import { menuMove } from './menu';

const LABELS = ['Environment line', 'Header', 'curl, to check it', 'httpie'];

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 3, 0],
  ['ArrowUp', 0, 3],
  ['Home', 2, 0],
  ['End', 0, 3],
  ['h', 0, 1],
  ['h', 1, 3],
  ['H', 3, 1],
  ['c', 0, 2],
  ['z', 0, null],
  ['Escape', 2, 'close'],
  ['Tab', 2, 'close'],
  ['Enter', 2, null],
  [' ', 2, null],
  ['Shift', 2, null],
] as const)('%s at item %d leads to %s', (key, at, to) => {
  expect(menuMove(key, at, LABELS)).toBe(to);
});
