/**
 * `npm run texts`: puts every language's messages in order, one a line, and writes the type of their
 * names (`src/text/names.ts`) from the English ones.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const LOCALES = join(root, 'public', '_locales');
const NAMES = join(root, 'src', 'text', 'names.ts');
/** The manifest's own, which no code asks for. */
const OF_THE_MANIFEST = /^(name|description|command_\w+)$/;
const FORMS = /_(zero|one|two|few|many|other)$/;

/** Messages as a file: in the order of their names, one a line. */
export function ordered(messages) {
  const lines = Object.keys(messages)
    .toSorted()
    .map((name) => `  ${JSON.stringify(name)}: { "message": ${JSON.stringify(messages[name].message)} }`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** The names of the values in a message, in order. */
export const valuesIn = (message) => [
  ...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
];

/** The type of all names, and of the values each takes. */
export function namesOf(messages) {
  const names = Object.keys(messages).toSorted();
  const forms = names.filter((name) => name.endsWith('_other')).map((name) => name.replace(FORMS, ''));
  const asked = names.filter(
    (name) => !OF_THE_MANIFEST.test(name) && !forms.includes(name.replace(FORMS, '')),
  );
  const types = asked.map((name) => {
    const values = valuesIn(messages[name].message).map((value) => `readonly ${value}: string`);
    return `  readonly ${name}: ${values.length > 0 ? `{ ${values.join('; ')} }` : 'null'};`;
  });
  const counted = forms.map((name) => `  | '${name}'`);
  return `/** Made by \`npm run texts\` from public/_locales/en/messages.json. */

/** The messages and the values in them. */
export type Texts = {
${types.join('\n')}
};

/** The messages with a number in them, without the endings of their forms. */
export type Counted =
${counted.join('\n')};
`;
}

export const readLocale = (locale) =>
  JSON.parse(readFileSync(join(LOCALES, locale, 'messages.json'), 'utf8'));

export const locales = () => readdirSync(LOCALES).toSorted();

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const locale of locales())
    writeFileSync(join(LOCALES, locale, 'messages.json'), ordered(readLocale(locale)));
  writeFileSync(NAMES, namesOf(readLocale('en')));
}
