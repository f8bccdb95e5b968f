/** Our languages in a page, of the tests or of the extension: both have their messages at the same address. */
import type { Messages } from './speaking';

/** By its folder in `public/_locales`: `pt_BR`. */
export type Language = readonly [locale: string, messages: Messages];

export function loadLanguages(locales: readonly string[]): Promise<Language[]> {
  const loaded = locales.map(async (locale): Promise<Language> => {
    const answer = await fetch(`/_locales/${locale}/messages.json`);
    return [locale, (await answer.json()) as Messages]; // `npm run texts` writes them so
  });
  return Promise.all(loaded);
}

/** Every letter of theirs. */
export function lettersOf(languages: readonly Language[]): string {
  const words = languages.flatMap(([, messages]) => Object.values(messages).map(({ message }) => message));
  return [...new Set(words.join(''))].join('');
}
