import { expect, test } from 'vitest';
import { pausedWords, sealingWords } from './resealing';

test('says how far it is, and which passphrase holds', () => {
  const progress = { done: 340, of: 1_200 };
  expect(sealingWords(progress)).toBe(
    'Sealing 340 of 1,200 tokens to the new key. The old passphrase holds until it is done.',
  );
  expect(pausedWords(progress)).toContain('340 of 1,200');
  expect(pausedWords(progress)).toContain('old passphrase');
});
