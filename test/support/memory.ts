/** Looking for what must not be in memory. */

/** How many pieces of `length` characters of a text are found, out of all that it has. */
export function piecesIn(memory: string, text: string, length = 20): number {
  const starts = Array.from({ length: Math.max(text.length - length, 0) + 1 }, (_, start) => start);
  return starts.filter((start) => memory.includes(text.slice(start, start + length))).length;
}
