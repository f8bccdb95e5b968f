/**
 * The words on the screen, in the browser's language: `public/_locales/<language>/messages.json`. The
 * browser chooses the language, and takes English for what one lacks. Our messages say `{name}` where a
 * value comes, in any order a language needs.
 *
 * Never called while a module loads: in a page whose extension was removed meanwhile it would throw.
 */
import type { Counted, Texts } from './names';

type I18n = { readonly getMessage: (name: string) => string };
type Native = { readonly i18n?: I18n };

function i18n(): I18n | undefined {
  // The page's script has no polyfill, see `content/runtime.ts`.
  const { browser, chrome } = globalThis as { browser?: Native; chrome?: Native };
  return browser?.i18n ?? chrome?.i18n;
}

/** Values by the names that the English message gives them; none for a message without. */
type Values<N extends keyof Texts> = Texts[N] extends null ? [] : [values: Texts[N]];

/**
 * What was asked for. Chromium answers a page's script no more once the extension was updated or removed
 * ("Extension context invalidated", 156), and its first answer takes 3 ms, as the browser reads the file.
 */
const said = new Map<string, string>();

function message(name: string): string {
  const known = said.get(name) ?? i18n()?.getMessage(name) ?? '';
  said.set(name, known);
  return known;
}

/** @throws Error where there is no extension any more, and this message was not asked for before */
export function text<N extends keyof Texts>(name: N, ...[values]: Values<N>): string {
  return filled(message(name), values ?? {});
}

function filled(words: string, values: Readonly<Record<string, string>>): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/**
 * The language of the words, for `lang` and for `Intl`: "en-GB", "de". Not the browser's own, if that has
 * no words here. Never empty: `Intl` would throw, and a save has a date in its answer.
 */
export const language = (): string => text('language') || 'en';

/** For `dir`. Of the words, not of the browser, whose own language may have none here. */
export const direction = (): 'ltr' | 'rtl' =>
  /^(ar|dv|fa|he|ps|sd|ug|ur|yi)\b/.test(language()) ? 'rtl' : 'ltr';

const rules = new Map<string, Intl.PluralRules>();

/**
 * A message with a number in it, in the form which the number takes in this language ("1 token", "8 tokens").
 * @param name of the forms without their endings: `tokens` for `tokens_one`, `tokens_other`
 */
export function counted(name: Counted, count: number, values: Readonly<Record<string, string>> = {}): string {
  const tongue = language();
  const rule = rules.get(tongue) ?? new Intl.PluralRules(tongue);
  rules.set(tongue, rule);
  const form = message(`${name}_${rule.select(count)}`) || message(`${name}_other`);
  return filled(form, { count: new Intl.NumberFormat(tongue).format(count), ...values });
}
