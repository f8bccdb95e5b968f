/** A message whose values are drawn: a link, or words in bold, at the place that the language gives them. */
import type { Texts } from './names';
import { text } from './text';

/**
 * The message's words, and what is drawn in the place of its values; for preact and for the prompt's own `h`.
 * @param drawn by the names of the values
 */
export function rich<N extends keyof Texts, D extends Readonly<Record<keyof Texts[N], unknown>>>(
  name: N,
  drawn: D,
): (string | D[keyof D])[] {
  // Without its values a message has them as they stand in it, and here they are found by that.
  const words = (text as (name: keyof Texts) => string)(name);
  const parts = new Map<string, D[keyof D]>(Object.entries(drawn));
  return words.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 1 ? (parts.get(part) ?? part) : part));
}
