/** Which parts of a text a search found, to be underlined. Folds like `tokens/search.ts`. */

export type Part = { readonly text: string; readonly found: boolean };

/** Lower case without accents, and for each of its characters where it came from in the text. */
function foldedWithPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    folded += plain;
    for (let step = 0; step < plain.length; step += 1) places.push(at);
    at += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}

/** Cuts a text where words of the query occur in it; the parts together are the text. */
export function partsOf(text: string, query: string): Part[] {
  const { folded, places } = foldedWithPlaces(text);
  const found = new Uint8Array(text.length);
  for (const word of foldedWithPlaces(query).folded.split(/\s+/).filter(Boolean)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      found.fill(1, places[at], places[at + word.length]);
    }
  }
  const parts: Part[] = [];
  let start = 0;
  for (let end = 1; end <= text.length; end += 1) {
    if (end < text.length && found[end] === found[start]) continue;
    parts.push({ text: text.slice(start, end), found: found[start] === 1 });
    start = end;
  }
  return parts;
}
