import { describe, expect, test } from 'vitest';
import { EXPOSED, NO_WAY, TROUBLES } from './words';

describe.each(Object.entries(TROUBLES))('the words for "%s"', (trouble, words) => {
  test('say in whole sentences what happened, what is safe and what to do', () => {
    for (const sentence of Object.values(words)) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(Object.values(words).join(' ')).not.toMatch(/[Pp]lease|[Ss]orry|[Oo]ops|!|\bSaved\b/);
  });

  test('ask for the passphrase unless a later version has to be used', () => {
    expect(/passphrase/.test(words.next)).toBe(trouble !== 'header-newer');
  });
});

test('promise no way that there is not', () => {
  expect([EXPOSED, ...NO_WAY.rest].join(' ')).not.toMatch(/restore/i);
});
