import { describe, expect, test } from 'vitest';
import type { Failure } from '../messages/protocol';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { failureLine, failureWords } from './failure';

// The names of the messages are the failures.
const FAILURES = Object.keys(english).flatMap(
  (name) => /^failure_(\w+)_what$/.exec(name)?.[1] ?? [],
) as Failure[];

describe.each(FAILURES)('the words for "%s"', (failure) => {
  const words = failureWords(failure);

  test('say what happened, what is safe and what to do, in whole sentences', () => {
    for (const sentence of [words.what, words.safe, words.next]) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(failureLine(failure)).toBe(`${words.what} ${words.safe} ${words.next}`);
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
