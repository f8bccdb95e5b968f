import { describe, expect, test } from 'vitest';
import { judge, verdictOf } from './judge';
import { generateWords } from './words';

test.each([
  [9.99, 'refused'],
  [10, 'weak'],
  [13.99, 'weak'],
  [14, 'good'],
  [18, 'strong'],
] as const)('10^%d guesses are %s', (guesses, verdict) => {
  expect(verdictOf(guesses)).toBe(verdict);
});

describe('refuses', () => {
  test.each(['', 'password', 'letmein123', 'aaaaaaaaaaaaaaaaaaaa', 'qwertyuiop1234', 'SeenOnce2026'])(
    '%j',
    async (passphrase) => {
      expect(await judge(passphrase)).toBe('refused');
    },
  );

  test("a classic the estimator's score calls excellent", async () => {
    expect(['refused', 'weak']).toContain(await judge('Tr0ub4dor&3'));
  });
});

test('a generated passphrase is at least good', async () => {
  for (let round = 0; round < 10; round += 1) {
    expect(['good', 'strong']).toContain(await judge(generateWords().join(' ')));
  }
});

test('words the user is known by count for little', async () => {
  const own = 'kaltenbrunner zimtstern';
  expect(await judge(own)).not.toBe('refused');
  expect(await judge(own, own.split(' '))).toBe('refused');
});

test('two spellings of the same letters have the same verdict', async () => {
  const composed = 'crème brûlée à la fenêtre ouverte';
  expect(await judge(composed.normalize('NFD'))).toBe(await judge(composed.normalize('NFC')));
});

test('a very long passphrase is judged by its start, so that it takes no longer', async () => {
  const start = 'x7!q'.repeat(25);
  expect(await judge(start + 'anything at all '.repeat(2_000))).toBe(await judge(start));
});
