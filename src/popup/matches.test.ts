import { expect, test } from 'vitest';
import { partsOf } from './matches';

const marked = (text: string, query: string) =>
  partsOf(text, query)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join('');

test.each([
  ['sandbox.zenodo.org', 'zen', 'sandbox.[zen]odo.org'],
  ['zenodo.org', 'ZENODO', '[zenodo].org'],
  ['Zürich upload', 'zur up', '[Zür]ich [up]load'],
  ['release-bot', 'e', 'r[e]l[e]as[e]-bot'],
  ['banana', 'ana', 'b[anana]'],
  ['release-bot', '', 'release-bot'],
  ['release-bot', 'zen', 'release-bot'],
  ['', 'zen', ''],
  ['👩‍🔬 lab', 'lab', '👩‍🔬 [lab]'],
] as const)('%j searched for %j', (text, query, result) => {
  expect(marked(text, query)).toBe(result);
});
