/** Generated passphrases: six words of a list of 2,048, which is 66 bits. */
import { wordlist } from '@scure/bip39/wordlists/english.js';

export const WORDS = 6;

/** Fills the array with random 16-bit numbers, like `crypto.getRandomValues`. */
export type Random = (into: Uint16Array) => Uint16Array;

const browserRandom: Random = (into) => crypto.getRandomValues(into as Uint16Array<ArrayBuffer>);

/** A number in [0, limit), each equally likely: draws beyond the last full multiple are thrown away. */
function below(limit: number, random: Random): number {
  const end = 0x1_0000 - (0x1_0000 % limit);
  for (;;) {
    const [drawn = end] = random(new Uint16Array(1));
    if (drawn < end) return drawn % limit;
  }
}

/** Six words, drawn independently. Joined by single spaces they are the passphrase. */
export function generateWords(random: Random = browserRandom): readonly string[] {
  return Array.from({ length: WORDS }, () => wordlist[below(wordlist.length, random)] ?? '');
}

/** Two different positions (counted from 0, in rising order) to be retyped. */
export function positionsToRetype(random: Random = browserRandom): readonly [number, number] {
  const first = below(WORDS, random);
  const second = (first + 1 + below(WORDS - 1, random)) % WORDS;
  return first < second ? [first, second] : [second, first];
}

/** Whether what was retyped is the word at this position; capitals and outer spaces do not matter. */
export function isWord(words: readonly string[], position: number, typed: string): boolean {
  return typed.trim().toLowerCase() === words[position];
}
