/** What comes in by any door is one line where it is drawn, listed or copied as one, and has a length. */
import { safeParse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { snippetsOf } from '../providers';
import { detailsShape, isOneLine, tokenShape, toldShape } from './shape';

const DETAILS = { name: 'a', scopes: ['b'], expires: null, account: 'maria', owner: null, manageId: null };
const TOKEN = {
  ...DETAILS,
  id: 'x'.repeat(22),
  provider: 'github',
  kind: 'classic',
  origin: 'https://github.com',
  path: '/settings/tokens',
  ends: 'AAAA',
  seenAt: '2026-11-25T10:00:00.000Z',
  savedAt: '2026-11-25T10:00:00.000Z',
};
/** In these the text says something that whoever reads a line would believe. */
const BREAKS = ['\n', '\r\n', '\u0000', '\u001B', '\u0085', '\u2028', '\u2029'];
const read = (over: object) => {
  const { success, output } = safeParse(tokenShape, { ...TOKEN, ...over });
  return success ? output : null;
};

test.each(BREAKS)('%j in an account is a space, and no second line where it is copied', (mark) => {
  const account = `maria${mark}host=git.example.org`;
  const token = read({ account });
  expect(token?.account).toBe('maria host=git.example.org');
  const forGit = snippetsOf(TOKEN).find(({ id }) => id === 'git-credential');
  const hosts = (of: string) => forGit?.write({ ...TOKEN, account: of }, 'EXAMPLE')?.match(/^host=.*$/gm);
  expect(hosts(token?.account ?? '')).toEqual(['host=github.com']);
  if (mark.endsWith('\n')) expect(hosts(account), 'the control').toHaveLength(2);
});

test.each(['name', 'owner', 'manageId', 'label', 'kind', 'ends'])('the same in "%s"', (field) => {
  expect(read({ [field]: 'a\nb' })).toMatchObject({ [field]: 'a b' });
});
test('and in a scope and an end', () => {
  expect(read({ scopes: ['a\nb'], expires: { at: 'a\nb' } })).toMatchObject({
    scopes: ['a b'],
    expires: { at: 'a b' },
  });
});

test("the user's own note has lines, and no other control characters", () => {
  expect(read({ note: 'one\n\ttwo\u001B[31m' })?.note).toBe('one\n\ttwo [31m');
});

describe('nothing is endless', () => {
  test.each(['name', 'account', 'owner', 'manageId', 'label'])('a longer "%s" is refused', (field) => {
    expect(read({ [field]: 'x'.repeat(1_000) })).not.toBeNull();
    expect(read({ [field]: 'x'.repeat(1_001) })).toBeNull();
  });
  test("of a site's answer what does not fit is not told, and the rest is", () => {
    const told = { account: 'x'.repeat(10_000), scopes: ['repo'], expires: { at: 5 } };
    expect(safeParse(toldShape, told).output).toEqual({ account: null, scopes: ['repo'], expires: null });
  });
});

test('what a page tells has the same shape', () => {
  expect(safeParse(detailsShape, { ...DETAILS, account: 'a\nb' }).output).toMatchObject({ account: 'a b' });
});

test.each(['https://github.com/', 'https://github.com@git.example.org', 'https://git.example.org/.ghe.com'])(
  'a token of "%s" is none',
  (origin) => expect(read({ origin })).toBeNull(),
);

test.each([...BREAKS, '\uD800', '\uDC00a'])('%j in a secret is no one line', (mark) => {
  expect(isOneLine(`EXAMPLE${mark}EXAMPLE`)).toBe(false);
});
test('all else is', () => expect(isOneLine('EXAMPLE"$ü \u{1F511}')).toBe(true));
