/** Three families that differ in width, which the tests bring along: what is installed must not matter. */

/** The widest of the usual ones, then what has the widths of Arial, then one with Chinese and Japanese letters. */
export const FAMILIES = ['DejaVu Sans', 'Arimo', 'Noto Sans SC Variable'] as const;
export type Family = (typeof FAMILIES)[number];

/** Behind each of them, for the letters that it lacks. */
const CJK = 'Noto Sans SC Variable';
const MONO = 'DejaVu Mono';

/** Declares the theme's two fonts. @param prefix of the theme's names: `--` in the prompt, `--so-` in our pages */
export const fontsOf = (family: Family, prefix: '--' | '--so-'): string =>
  `${prefix}sans: '${family}', '${CJK}' !important; ${prefix}mono: '${MONO}', '${CJK}' !important;`;

/** Waits until whatever these words need is there. */
export async function loadFamilies(words: string): Promise<void> {
  const asked = [...FAMILIES, MONO].flatMap((family) =>
    [400, 700].map(async (weight) => {
      const faces = await document.fonts.load(`${weight} 13px '${family}'`, words);
      if (faces.length === 0) throw new Error(`The tests bring no ${family} of the weight ${weight}.`);
    }),
  );
  await Promise.all(asked);
}

/** How wide a word is in that family, CSS px. */
export function widthIn(family: Family): number {
  const word = document.createElement('span');
  word.style.cssText = `position: absolute; white-space: nowrap; font: 16px '${family}'`;
  word.textContent = 'Hamburgefonstiv';
  document.body.append(word);
  const { width } = word.getBoundingClientRect();
  word.remove();
  return width;
}
