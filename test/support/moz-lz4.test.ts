import { expect, test } from 'vitest';
import { isMozLz4, unpackMozLz4 } from './moz-lz4';

/** "EXAMPLE", nineteen times the last letter again by a match that overlaps itself, and "!". */
const PACKED = Buffer.concat([
  Buffer.from('mozLz40\0'),
  Buffer.from([27, 0, 0, 0]),
  Buffer.from([0x7f]),
  Buffer.from('EXAMPLE'),
  Buffer.from([1, 0, 0]),
  Buffer.from([0x10]),
  Buffer.from('!'),
]);

test('is unpacked', () => {
  expect(isMozLz4(PACKED)).toBe(true);
  expect(unpackMozLz4(PACKED).toString()).toBe(`EXAMPL${'E'.repeat(20)}!`);
});

test('cut off, it gives what there is', () => {
  expect(unpackMozLz4(PACKED.subarray(0, 16)).subarray(0, 3).toString()).toBe('EXA');
});

test('other files are told apart', () => {
  expect(isMozLz4(Buffer.from('EXAMPLE'))).toBe(false);
});
