import '../../../test/support/texts';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../transfer/recognise';
import { NOWHERE } from '../../tokens/token';
import { UNTOLD } from '../../providers/provider';
import { candidateWords, problemWords, refusedWords, stoppedWords } from './words';
import { madeTokens } from '../../../test/support/made-tokens';

describe('a file of which nothing is taken', () => {
  test('says where and why, that nothing was imported, and what to do', () => {
    expect(problemWords({ line: 1_204, flaw: 'open_quote' })).toEqual({
      what: 'Line 1,204: a quote opens here and is never closed.',
      safe: 'Nothing was imported.',
      next: 'Correct it in a text editor, then choose the file again.',
    });
    expect(problemWords({ line: null, flaw: 'archive' }).next).toBe(
      'Export as CSV from there, then choose that file.',
    );
  });
});

const candidate = (
  changed: Partial<Candidate['token'] & object>,
  doubt: Candidate['doubt'] = null,
): Candidate => ({
  line: 7,
  title: 'DEPLOY',
  doubt,
  token: {
    ...UNTOLD,
    provider: 'zenodo',
    kind: 'personal',
    origin: 'https://zenodo.org',
    path: '/',
    ends: 'MPLE',
    seenAt: '2026-11-01T10:00:00.000Z',
    secret: `${'z'.repeat(53)}EXAMPLE`,
    ...changed,
  },
});

describe('an entry', () => {
  test('has its name, host, kind, last four and line', () => {
    expect(candidateWords(candidate({}))).toEqual({
      name: 'DEPLOY',
      host: 'zenodo.org',
      tile: { letter: 'Z', test: false },
      about: 'zenodo.org, Personal access token, ends in MPLE, line 7',
      doubt: null,
    });
  });

  test('of a short password not even the end is told', () => {
    const short = candidate({ origin: NOWHERE, secret: 'hunter2EXAMPLE' }, 'form');
    expect(candidateWords(short).about).toBe('no site stated, line 7');
  });

  test('what the vault does not take says so', () => {
    const { doubt } = candidateWords({ line: 7, title: 'LONG', token: null, doubt: null });
    expect(doubt).toBe('Cannot be saved: too long, or not what it says.');
  });
});

test('an import that stops says how far it came, and that it goes on with the same file', () => {
  expect(stoppedWords(100, 250, 'locked')).toBe(
    'The vault is locked. 100 of 250 were looked at before, and what was added stays. Import the file again to go on: nothing is added twice.',
  );
});

test('what is too large is named', () => {
  const tokens = madeTokens(3, '2026-11-01T10:00:00.000Z');
  const refused = tokens.slice(0, 2).map(({ id }) => id);
  expect(refusedWords(refused, tokens)).toBe(
    '2 tokens were not taken, being too large: made 0 and made 1. The file still has them.',
  );
});
