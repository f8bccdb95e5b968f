import { describe, expect, test } from 'vitest';
import type { Notice, Problem } from '../../messages/protocol';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { attention, giveUpQuestion, noticeWords, problemName, problemPlace } from './words';

/** Noon where the test runs: days are said as people there count them. */
const noon = (month: number, day: number) => new Date(2026, month - 1, day, 12).toISOString();
const SINCE = noon(11, 12);
const problem = (failure: Problem['failure'], change: Partial<Problem> = {}): Problem => ({
  id: failure,
  failure,
  name: 'release-bot',
  host: 'github.com',
  since: SINCE,
  whole: noon(8, 3),
  ...change,
});

describe('the one note of the popup', () => {
  test('is not there when there is nothing', () => {
    expect(attention([], [])).toBeNull();
  });

  test('calls what is gone gone, since the first day on which it was', () => {
    const later = problem('missing', { since: noon(11, 20) });
    expect(attention([later, problem('missing')], [])).toEqual({
      lead: '2 tokens need attention.',
      rest: 'Vault incomplete: 2 tokens that were here are gone from the disk, since 12 Nov 2026.',
    });
  });

  test('says of what cannot be opened that it is kept', () => {
    expect(attention([problem('corrupt')], [])).toEqual({
      lead: '1 token needs attention.',
      rest: '1 token cannot be opened; its bytes are kept.',
    });
  });

  test('tells the two apart', () => {
    const both = attention([problem('missing'), problem('swapped'), problem('newer')], []);
    expect(both?.lead).toBe('3 tokens need attention.');
    expect(both?.rest).toContain('1 token that was here is gone from the disk');
    expect(both?.rest).toContain('2 tokens cannot be opened; their bytes are kept.');
  });

  test('of notices alone says the first', () => {
    expect(attention([], [{ kind: 'list-remade', since: SINCE }])?.lead).toBe(
      noticeWords('list-remade').what,
    );
  });
});

test('a problem says where, since when, and when it was last whole', () => {
  expect(problemPlace(problem('corrupt'))).toBe('github.com. Found 12 Nov 2026, last whole 3 Aug 2026.');
  expect(problemPlace(problem('corrupt', { host: null, whole: null }))).toBe('Found 12 Nov 2026.');
  expect(problemName(problem('corrupt', { name: null }))).toBe('A token whose name is not known');
});

test('giving up says what is lost here, and that it may work elsewhere', () => {
  expect(giveUpQuestion(problem('corrupt'))).toBe(
    'Give up release-bot? Its bytes are deleted here. It may still work on github.com.',
  );
  expect(giveUpQuestion(problem('missing', { name: null, host: null }))).toBe(
    'Give up this token? It is not listed any more. It may still work at its site.',
  );
});

// The names of the messages are the notices.
const NOTICES = Object.keys(english).flatMap(
  (name) => /^notice_(\w+)_what$/.exec(name)?.[1] ?? [],
) as Notice['kind'][];

test.each(NOTICES)('the words for "%s" are calm and in whole sentences', (kind) => {
  const words = noticeWords(kind);
  for (const sentence of Object.values(words)) expect(sentence).toMatch(/^[A-Z].+\.$/);
  expect(Object.values(words).join(' ')).not.toMatch(/[Pp]lease|[Ss]orry|[Oo]ops|!|\bSaved\b/);
});
