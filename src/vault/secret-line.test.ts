/** What is no JSON is found without decoding it: JSON.parse says what is right. */
import { expect, test } from 'vitest';
import { isSecretLine, secretLine } from './secret-line';

/** The bytes from which lines are put together: all that JSON gives a meaning in a text. */
const PIECES = ['E', '"', '\\', 'u', '0', 'f', 'n', 'x', '\n', '}', '{', ' ', 'ü', '\u{1F511}'];

/** `n` in the digits of a number with as many as there are pieces: every text of them, one after the other. */
function textOf(n: number): string {
  return n === 0 ? '' : (PIECES[n % PIECES.length] ?? '') + textOf(Math.floor(n / PIECES.length));
}

function isSecret(line: string): boolean {
  try {
    const { secret, ...more } = JSON.parse(line) as { secret: unknown }; // the test is about what it is
    return typeof secret === 'string' && Object.keys(more).length === 0;
  } catch {
    return false;
  }
}

test('what is written is what is read', () => {
  for (const secret of ['', 'EXAMPLE', '"', '\\', '\u{1F511}', '\n', '\u0001', '}'.repeat(100)])
    expect(isSecretLine(secretLine(secret)), secret).toBe(true);
});

test.each(['', 'EXAMPLE'])('every text of 100,000 in the place of a secret, behind "%s"', (before) => {
  const wrong: string[] = [];
  let right = 0;
  for (let n = 0; n < 100_000; n += 1) {
    const line = `{"secret":"${before}${textOf(n)}"}`;
    const said = isSecretLine(new TextEncoder().encode(line));
    if (said) right += 1;
    if (said !== isSecret(line)) wrong.push(line);
  }
  expect(wrong).toEqual([]);
  expect(right, 'the control: some are right').toBeGreaterThan(1_000);
});

test.each(['', '{', '{"secret":5}', '{"secret":"EXAMPLE', '{ "secret":"EXAMPLE"}', '{"secret":"a","b":"c"}'])(
  '%s is none',
  (line) => expect(isSecretLine(new TextEncoder().encode(line))).toBe(false),
);
