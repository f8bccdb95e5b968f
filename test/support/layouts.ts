/** Whether a page of ours fits in every language, family, direction and width. */
import { locales, readLocale } from '../../scripts/texts.mjs';
import type { ChromiumDriver } from './chromium-driver';
import type { Tab } from './driver';
import type { Direction } from './every-layout';
import type { Family } from './families';
import { fontSheet } from './font-sheet';
import { inPage } from './in-page';
import { lettersOf } from './languages';

const WIDE: Family = 'DejaVu Sans';
const USUAL: Family = 'Arimo';
const CHINESE: Family = 'Noto Sans SC Variable';

/**
 * By the width of the window, CSS px, in which looks a page is drawn there: the widest letters in all of
 * them, and each two of family, direction and width somewhere. All of all would take three times as long.
 */
const LOOKS: readonly (readonly [width: number, ...looks: (readonly [Family, Direction])[]])[] = [
  [280, [WIDE, 'ltr'], [WIDE, 'rtl'], [USUAL, 'ltr']],
  [320, [WIDE, 'ltr'], [CHINESE, 'rtl']],
  [360, [WIDE, 'rtl'], [USUAL, 'rtl']],
  [480, [WIDE, 'ltr'], [CHINESE, 'ltr']],
  [768, [WIDE, 'rtl'], [USUAL, 'ltr']],
  [1_200, [WIDE, 'ltr'], [CHINESE, 'rtl'], [USUAL, 'rtl']],
];
const HEIGHT = 760;

/** Before a page of ours is opened: there its language can be changed from then on. */
export async function listenInPages({ context }: ChromiumDriver): Promise<void> {
  await context.addInitScript({
    content: `${await inPage('every-layout.ts', 'layouts')} layouts.listen();`,
  });
}

const sheet = JSON.stringify(
  fontSheet(lettersOf(locales().map((locale: string) => [locale, readLocale(locale)]))),
);

/** Sections of pages that were looked at by this run. */
const seen = new Set<string>();

/** The page has the languages and the families from then on. */
export async function bringLayouts(tab: Tab, languages: readonly string[] = locales()): Promise<void> {
  await tab.run(`layouts.bring(${sheet}, ${JSON.stringify(languages)})`);
}

/** What does not fit, in sentences. */
export async function layoutsFindings(tab: Tab): Promise<string[]> {
  const parts = await tab.run<string[]>(`layouts.hideSeen(${JSON.stringify([...seen])})`);
  for (const part of parts) seen.add(part);
  const found: string[] = [];
  for (const [width, ...looks] of LOOKS) {
    await tab.resize(width, HEIGHT);
    found.push(...(await tab.run<string[]>(`layouts.findings(${JSON.stringify(looks)})`)));
  }
  return found;
}
