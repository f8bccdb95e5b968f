/**
 * A page of ours in every language, one after the other and without being loaded anew. It runs in the page:
 * `layouts.ts` brings it there.
 */
import { fontsOf, loadFamilies, type Family } from './families';
import { loadLanguages, type Language } from './languages';
import { layoutFindings } from './layout';
import { redraw, speak } from './speaking';

export { widthIn } from './families';
export { listen } from './speaking';

export type Direction = 'ltr' | 'rtl';

const fonts = new CSSStyleSheet();
let languages: readonly Language[] = [];

/** @param sheet the `@font-face` rules of all families */
export async function bring(sheet: string, locales: readonly string[]): Promise<void> {
  languages = await loadLanguages(locales);
  const style = document.createElement('style');
  style.textContent = sheet;
  document.head.append(style);
  document.adoptedStyleSheets.push(fonts);
  // Of the Chinese letters only those of this page: the browser takes a while for each of their many files.
  await loadFamilies((await inEvery(() => document.body.textContent)).join(''));
}

/** Other numbers of elements, and where they point, change nothing of the look. */
const POINTERS = / (?:id|for|aria-[a-z]+)="[^"]*"/g;

/**
 * Hides the sections of a long page that were looked at before, letter by letter as they stand here: most
 * states of a page differ in one. Gives the others.
 */
export function hideSeen(seen: readonly string[]): string[] {
  const left: string[] = [];
  for (const part of document.querySelectorAll<HTMLElement>('.part')) {
    const html = part.outerHTML.replaceAll(POINTERS, '');
    part.hidden = seen.includes(html);
    if (!part.hidden) left.push(html);
  }
  return left;
}

/** Draws the page in a language. A page that stays empty would fit everywhere. */
async function show(messages: Language[1], lang: string): Promise<void> {
  speak(messages);
  document.documentElement.lang = lang;
  await redraw();
  if (document.body.textContent.trim() === '') throw new Error(`Nothing is drawn in the language "${lang}".`);
}

/** Asks in every language, and leaves the page as it was. */
async function inEvery<T>(ask: (locale: string) => T): Promise<T[]> {
  const { lang } = document.documentElement;
  const answers: T[] = [];
  for (const [locale, messages] of languages) {
    await show(messages, messages['language']?.message ?? '');
    answers.push(ask(locale));
  }
  await show({}, lang);
  return answers;
}

/** The page's title in every language: a control that it speaks them. */
export const titles = () => inEvery(() => document.querySelector('h1')?.textContent ?? '');

/** What does not fit in the width that the window has now, each with where it was found. */
export async function findings(looks: readonly (readonly [Family, Direction])[]): Promise<string[]> {
  const { documentElement: root } = document;
  const { dir } = root;
  const found = await inEvery((locale) =>
    looks.flatMap(([family, direction]) => {
      fonts.replaceSync(`:root { ${fontsOf(family, '--so-')} }`);
      root.dir = direction;
      const where = `${window.innerWidth} px, ${locale}, ${family}, ${direction}`;
      return layoutFindings(document.body).map((each) => `${where}: ${each}`);
    }),
  );
  fonts.replaceSync('');
  root.dir = dir;
  return found.flat();
}
