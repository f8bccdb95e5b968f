/** What a test in a browser needs to draw in every family and every language: fonts and messages. */
import '@fontsource/dejavu-sans/400.css';
import '@fontsource/dejavu-sans/700.css';
import '@fontsource/dejavu-mono/400.css';
import '@fontsource/dejavu-mono/700.css';
import '@fontsource/arimo/400.css';
import '@fontsource/arimo/700.css';
import '@fontsource-variable/noto-sans-sc';
import { loadFamilies } from './families';
import { lettersOf, loadLanguages } from './languages';

const FILE = /_locales\/(\w+)\//;
// For the names alone: no message is imported.
const files = Object.keys(import.meta.glob('../../public/_locales/*/messages.json'));

/** All of them. */
export const LANGUAGES = await loadLanguages(files.map((file) => FILE.exec(file)?.[1] ?? ''));

/** Waits for the fonts of every letter of ours. */
export const bringFonts = (): Promise<void> => loadFamilies(lettersOf(LANGUAGES));
