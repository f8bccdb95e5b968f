/** All published vectors of the age format, in Node; vectors.browser.test.ts has them in a page and in a worker. */
import { describe, expect, test } from 'vitest';
import { judge, vectorNames, vectorOf, VECTORS } from '../../test/support/age-vector';

describe('the vectors', () => {
  test('are all there', () => {
    expect(vectorNames).toHaveLength(VECTORS);
  });

  test.each(vectorNames)('%s', async (name) => {
    const { expected, got } = await judge(name);
    expect(got).toEqual(expected);
  });
});

describe('the judge', () => {
  /** The vector `x25519` with one text in its header, or in its file, replaced. */
  function changed(from: RegExp, to: string): Uint8Array {
    const text = new TextDecoder('latin1').decode(vectorOf('x25519'));
    expect(text).toMatch(from);
    return Uint8Array.from(text.replace(from, to), (char) => char.charCodeAt(0));
  }

  test.each([
    ['another expectation', /expect: success/, 'expect: no match'],
    ['another hash of the payload', /payload: ./, 'payload: x'],
    ['a changed header of the file', /-> X25519/, '-> X25518'],
    ['a changed payload', /.$/s, 'x'],
  ])('finds fault with %s', async (_, from, to) => {
    const { expected, got } = await judge('x25519', changed(from, to));
    expect(got).not.toEqual(expected);
  });
});
