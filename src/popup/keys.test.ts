import { describe, expect, test } from 'vitest';
import { moveFor, type Situation } from './keys';

const list: Situation = {
  view: 'list',
  place: 'search',
  active: 0,
  count: 8,
  page: 5,
  limited: false,
  shift: false,
};
const onRow = (active: number): Situation => ({ ...list, place: 'row', active });
const details: Situation = { ...list, view: 'details', place: 'elsewhere' };

describe('in the search box', () => {
  test('Down enters the list where its Tab stop is', () => {
    expect(moveFor('ArrowDown', list)).toEqual({ row: 0 });
    expect(moveFor('ArrowDown', { ...list, active: 3 })).toEqual({ row: 3 });
    expect(moveFor('ArrowDown', { ...list, active: 30 })).toEqual({ row: 7 });
    expect(moveFor('ArrowDown', { ...list, count: 0 })).toBeNull();
  });

  test('Escape clears what was typed, then is left to the browser, which closes the popup', () => {
    expect(moveFor('Escape', { ...list, limited: true })).toBe('clear');
    expect(moveFor('Escape', list)).toBeNull();
  });

  test('Enter copies the first match, as it stands in the list', () => {
    expect(moveFor('Enter', list)).toBe('copy');
    expect(moveFor('Enter', { ...list, shift: true })).toBe('copy-as');
    expect(moveFor('Enter', { ...list, count: 0 })).toBeNull();
  });

  test.each(['a', '/', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'Home', 'End'])('%s is typed', (key) => {
    expect(moveFor(key, { ...list, limited: true })).toBeNull();
  });
});

describe('on a row', () => {
  test.each([
    ['ArrowDown', 0, { row: 1 }],
    ['ArrowDown', 7, { row: 7 }],
    ['ArrowUp', 3, { row: 2 }],
    ['ArrowUp', 0, 'search'],
    ['PageDown', 1, { row: 6 }],
    ['PageDown', 6, { row: 7 }],
    ['PageUp', 3, { row: 0 }],
    ['Home', 5, { row: 0 }],
    ['End', 5, { row: 7 }],
    ['ArrowRight', 2, 'details'],
    ['/', 2, 'search'],
    ['Enter', 2, null],
    ['Delete', 2, 'delete'],
    ['Escape', 2, null],
  ] as const)('%s from row %d', (key, from, move) => {
    expect(moveFor(key, onRow(from))).toEqual(move);
  });

  test('Escape clears a search first', () => {
    expect(moveFor('Escape', { ...onRow(1), limited: true })).toBe('clear');
  });

  test('Shift and Enter copy it in its first other form', () => {
    expect(moveFor('Enter', { ...onRow(1), shift: true })).toBe('copy-as');
  });
});

test('in the details Left and Escape go back, slash goes to the search', () => {
  expect(moveFor('ArrowLeft', details)).toBe('back');
  expect(moveFor('Escape', { ...details, limited: true })).toBe('back');
  expect(moveFor('/', details)).toBe('search');
  expect(moveFor('ArrowDown', details)).toBeNull();
});

test.each(['/', 'Escape', 'ArrowLeft', 'ArrowDown', 'Enter', 'Delete'])(
  'a box one types in keeps its %s',
  (key) => {
    expect(moveFor(key, { ...details, place: 'text' })).toBeNull();
  },
);
