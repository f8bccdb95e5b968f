/** The template of `npm run new` leaves open what only a provider's author knows; in a provider nothing is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '../../test/package-files';
import { providers } from '.';

/** The files of a folder in which a comment asks to fill something in. */
function openIn(name: string): string[] {
  const folder = join(import.meta.dirname, name);
  return filesIn(folder).filter((file) => readFileSync(join(folder, file), 'utf8').includes('Fill in:'));
}

test.each(providers)('in $name nothing is left to "Fill in:"', ({ id }) => {
  expect(openIn(id)).toEqual([]);
});

test('the control: in the template it is found', () => {
  expect(openIn('new/example').length).toBeGreaterThan(8);
});
