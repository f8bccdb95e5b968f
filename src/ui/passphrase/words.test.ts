import { wordlist } from '@scure/bip39/wordlists/english.js';
import { expect, test } from 'vitest';
import { generateWords, isWord, positionsToRetype, type Random } from './words';

/** Answers with these numbers, one by one. */
function drawing(...numbers: number[]): Random {
  const left = [...numbers];
  return (into) => {
    const next = left.shift();
    if (next === undefined) throw new RangeError('More numbers were drawn than expected.');
    return into.fill(next);
  };
}

test('six words of a list of 2,048 different ones: 66 bits', () => {
  expect(new Set(wordlist).size).toBe(2_048);
  const words = generateWords();
  expect(words).toHaveLength(6);
  for (const word of words) expect(wordlist).toContain(word);
});

test('uses the first and the last word of the list, and wraps evenly', () => {
  expect(generateWords(drawing(0, 2_047, 2_048, 65_535, 1, 63_488))).toEqual(
    [0, 2_047, 0, 2_047, 1, 0].map((at) => wordlist[at]),
  );
});

test('two passphrases differ', () => {
  expect(generateWords().join(' ')).not.toBe(generateWords().join(' '));
});

test('asks for two different positions, in order', () => {
  expect(positionsToRetype(drawing(1, 2))).toEqual([1, 4]);
  expect(positionsToRetype(drawing(5, 0))).toEqual([0, 5]);
  for (let round = 0; round < 200; round += 1) {
    const [first, second] = positionsToRetype();
    expect(first).toBeLessThan(second);
    expect(second).toBeLessThan(6);
  }
});

test('throws away draws that would make small positions likelier', () => {
  // 65,536 = 6 * 10,922 + 4: the last four numbers belong to no full round.
  expect(positionsToRetype(drawing(65_535, 65_532, 3, 0))).toEqual([3, 4]);
});

test('compares a retyped word without capitals and outer spaces', () => {
  expect(isWord(['maple', 'orbit'], 1, ' Orbit ')).toBe(true);
  expect(isWord(['maple', 'orbit'], 0, 'orbit')).toBe(false);
  expect(isWord(['maple', 'orbit'], 0, '')).toBe(false);
});
