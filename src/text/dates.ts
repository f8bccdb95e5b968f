/** Dates and numbers as the language of the words writes them. `Intl` is slow to set up and quick to use: each is made once. */
import { language, text } from './text';

const made = new Map<string, Intl.DateTimeFormat>();

/** @param parts as for `Intl.DateTimeFormat`, such as `{ day: 'numeric', month: 'short' }` */
export function dated(date: Date, parts: Intl.DateTimeFormatOptions): string {
  const key = `${language()} ${JSON.stringify(parts)}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(language(), parts);
  made.set(key, format);
  return format.format(date);
}

/** "29 Oct 2026". */
export const DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
/** "29 October 2026". */
export const LONG_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
/** "29 Oct". */
export const DAY_OF_YEAR = { day: 'numeric', month: 'short' } as const;
/** "10:42". */
export const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

/** "1,200". */
export const grouped = (count: number): string => new Intl.NumberFormat(language()).format(count);

/** "today", "tomorrow", "in 5 days". */
export const inDays = (days: number): string =>
  new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(days, 'day');

/** "uploads, notes and gists". */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat(language(), { type: 'conjunction' }).format(words);

/** "uploads, notes, gists": what stands in a row, without a word between the last two. */
export const inRow = (words: readonly string[]): string =>
  new Intl.ListFormat(language(), { type: 'unit', style: 'short' }).format(words);

/** Sentences after each other, with the space between them that the language has. */
export const sentences = (first: string, ...more: readonly string[]): string =>
  more.reduce((before, next) => text('sentences', { before, next }), first);

/** What stands between two sentences: nothing, in a language that writes none. */
export const gap = (): string => sentences('', '');
