/** What is on the screen comes from the messages: no words for people are left in the code that draws. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wordsIn } from '../../test/support/words-left';

const SRC = join(import.meta.dirname, '..');
const FOLDERS = [
  'background',
  'content',
  'messages',
  'options',
  'popup',
  'prompt',
  'save',
  'tokens',
  'ui',
  'welcome',
];

/** Names that are the same in every language, and what stands in the English of a provider. */
const NAMES = [
  'SeenOnce',
  'SeenOnce vault', // what a passkey is called on its device
  'Personal access token', // of a kind that only its site knows
  'Enter', // as it is printed on the key
  'DOMContentLoaded …', // an event
  'Bearer …', // a header
  'Clears a copied token from the clipboard.', // a reason that Chromium asks for, and shows to nobody
];

function left(): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
      .flatMap((file) => {
        const words = wordsIn(file, readFileSync(join(SRC, folder, file), 'utf8'));
        return words.filter((each) => !NAMES.includes(each)).map((each) => `${folder}/${file}: ${each}`);
      }),
  );
}

test('no words for people are left in the code', () => {
  expect(left()).toEqual([]);
});

test('the control: words between tags, in attributes, in branches and in sentences are found', () => {
  const source = `
    const words = { what: 'Nothing was changed.' };
    throw new Error('Only for a stack trace.');
    export const Part = ({ on, name }) => (
      <section class="part of it" aria-label="Sites" title={on ? 'on' : \`off since \${name}\`}>
        Some text {on && 'and more'} <b>{name}</b>
      </section>
    );`;
  expect(wordsIn('part.tsx', source)).toEqual([
    'Nothing was changed.',
    'Sites',
    'on',
    'off since …',
    'Some text',
    'and more',
  ]);
});
