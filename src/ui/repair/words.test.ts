import { describe, expect, test } from 'vitest';
import type { Trouble } from '../../messages/protocol';
import { EXPOSED, isRepairable, NO_WAY, TITLES, TROUBLES } from './words';

describe.each(Object.entries(TROUBLES))('the words for "%s"', (trouble, words) => {
  test('say in whole sentences what happened, what is safe and what to do', () => {
    for (const sentence of Object.values(words)) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(Object.values(words).join(' ')).not.toMatch(/[Pp]lease|[Ss]orry|[Oo]ops|!|\bSaved\b/);
  });

  test('ask for the passphrase if and only if it helps', () => {
    // The keys of the map are the troubles.
    const repairable = isRepairable(trouble as Trouble);
    expect(/passphrase/.test(words.next)).toBe(repairable);
    expect(TITLES[trouble as Trouble] === 'The vault needs repair').toBe(repairable);
  });
});

test('promise no way that there is not', () => {
  expect([EXPOSED, ...NO_WAY.rest].join(' ')).not.toMatch(/restore/i);
});
