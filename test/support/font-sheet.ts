/** The families of `families.ts` as one style sheet that needs no other file, for pages that load none of ours. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const SHEETS = [
  '@fontsource/dejavu-sans/400.css',
  '@fontsource/dejavu-sans/700.css',
  '@fontsource/dejavu-mono/400.css',
  '@fontsource/dejavu-mono/700.css',
  '@fontsource/arimo/400.css',
  '@fontsource/arimo/700.css',
  '@fontsource-variable/noto-sans-sc/index.css',
];

/** Does a `unicode-range` have one of these letters? A face without one has all. */
function hasOneOf(letters: ReadonlySet<number>, range: string | undefined): boolean {
  if (range === undefined) return true;
  return range.split(',').some((part) => {
    const [from, to = from] = part.trim().slice('U+'.length).split('-');
    const [first, last] = [parseInt(from ?? '', 16), parseInt(to ?? '', 16)];
    return [...letters].some((letter) => first <= letter && letter <= last);
  });
}

/** The font that a face names first, in the face itself. */
function withItsFile(face: string, folder: string): string {
  return face.replace(/src: url\((.+?)\) format\('(.+?)'\).*?;/, (_, file: string, format: string) => {
    const bytes = readFileSync(join(folder, file)).toString('base64');
    return `src: url(data:font/woff2;base64,${bytes}) format('${format}');`;
  });
}

/** @param words whose letters are needed: of thousands of Chinese ones a page has hundreds */
export function fontSheet(words: string): string {
  const letters = new Set(Array.from(words, (letter) => letter.codePointAt(0) ?? 0));
  const { resolve } = createRequire(import.meta.url);
  return SHEETS.flatMap((name) => {
    const file = resolve(name);
    const faces = readFileSync(file, 'utf8').match(/@font-face \{.+?\}/gs) ?? [];
    return faces
      .filter((face) => hasOneOf(letters, /unicode-range: (.+?);/.exec(face)?.[1]))
      .map((face) => withItsFile(face, dirname(file)));
  }).join('\n');
}
