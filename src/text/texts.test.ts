/** Every language has every message, with the same values in it, and none that nobody asks for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales, namesOf, ordered, readLocale, valuesIn } from '../../scripts/texts.mjs';
import manifest from '../../manifest.json' with { type: 'json' };

type Messages = Readonly<Record<string, { readonly message: string }>>;

const ROOT = join(import.meta.dirname, '../..');
const english: Messages = readLocale('en');
const FORM = /_(zero|one|two|few|many|other)$/;
const forms = Object.keys(english).filter((name) => name.endsWith('_other'));
const counted = new Set(forms.map((name) => name.replace(FORM, '')));
/** The forms of numbers that a language has, with the others of English left out. */
function expected(language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const single = Object.keys(english).filter((name) => !counted.has(name.replace(FORM, '')));
  const many = [...counted].flatMap((name) => pluralCategories.map((form) => `${name}_${form}`));
  return [...single, ...many].toSorted();
}

/** All of the source that may ask for a message. */
const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.startsWith('text/names'))
  .map((file) => readFileSync(join(ROOT, 'src', file), 'utf8'))
  .join('\n');

test('the types of the names are those of the English messages: npm run texts', () => {
  expect(readFileSync(join(ROOT, 'src/text/names.ts'), 'utf8')).toBe(namesOf(english));
});

describe.each(locales())('%s', (locale: string) => {
  const messages: Messages = readLocale(locale);
  const file = readFileSync(join(ROOT, 'public/_locales', locale, 'messages.json'), 'utf8');

  test('stands in order, one message a line: npm run texts', () => {
    expect(file).toBe(ordered(messages));
  });

  test('has each message, in each form that a number takes, and no other', () => {
    expect(Object.keys(messages).toSorted()).toEqual(expected(messages['language']?.message ?? ''));
  });

  test('has the same values in each, and says something', () => {
    for (const [name, { message }] of Object.entries(messages)) {
      const other = english[name] ?? english[name.replace(FORM, '_other')];
      const wanted = valuesIn(other?.message ?? '');
      const given = valuesIn(message);
      // "one" may be a word of its own: "a minute".
      const optional = name.endsWith('_one') ? ['count'] : [];
      expect(
        wanted.filter((value) => !given.includes(value) && !optional.includes(value)),
        name,
      ).toEqual([]);
      expect(
        given.filter((value) => !wanted.includes(value)),
        name,
      ).toEqual([]);
      expect(message.trim(), name).not.toBe('');
      // The browser would read it as a value of its own.
      expect(message, name).not.toMatch(/\$/);
    }
  });
});

test('nothing is said that no code asks for', () => {
  const asked = (name: string) => new RegExp(`['"\`]${name}['"\`]`).test(sources);
  /** Asked for by a part of its name: text(`failure_${failure}`) */
  const prefixes = [...sources.matchAll(/(?:text|counted|rich)\(\s*`([a-z_]+)\$\{/g)].map(
    ([, prefix]) => prefix ?? '',
  );
  const byPart = (name: string) => prefixes.some((prefix) => name.startsWith(prefix));
  const inManifest = (name: string) => JSON.stringify(manifest).includes(`__MSG_${name}__`);
  const unused = Object.keys(english).filter((name) => {
    const base = counted.has(name.replace(FORM, '')) ? name.replace(FORM, '') : name;
    return !asked(base) && !byPart(base) && !inManifest(name);
  });
  expect(unused).toEqual([]);
});

test('the control: a message that is missing, has another value, or is not asked for is found', () => {
  expect(valuesIn('{count} of {total}, {count}')).toEqual(['count', 'total']);
  expect(expected('de')).toContain('tokens_one');
  expect(expected('ja')).not.toContain('tokens_one');
  expect(expected('fr')).toContain('tokens_many');
});
