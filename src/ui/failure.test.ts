import { describe, expect, test } from 'vitest';
import type { Failure } from '../messages/protocol';
import { FAILURES, failureLine } from './failure';

describe.each(Object.entries(FAILURES))('the words for "%s"', (failure, words) => {
  test('say what happened, what is safe and what to do, in whole sentences', () => {
    for (const sentence of [words.what, words.safe, words.next]) expect(sentence).toMatch(/^[A-Z].+\.$/);
    // The keys of the map are the failures.
    expect(failureLine(failure as Failure)).toBe(`${words.what} ${words.safe} ${words.next}`);
  });

  test('are calm, and promise nothing: only what is read back is "Saved"', () => {
    const line = Object.values(words).join(' ');
    expect(line).not.toMatch(/please|sorry|oops|!/i);
    expect(line).not.toMatch(/\bSaved\b/);
  });
});

test('a newer vault is said in one line, with what becomes of a token that waits', () => {
  expect(failureLine('vault-newer')).toBe(
    'This vault was written by a newer version of SeenOnce. Nothing was changed, and what is held unsaved stays in memory. Update SeenOnce to open it; keep pages open that show a token until then.',
  );
});
