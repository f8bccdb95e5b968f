import { describe, expect, test } from 'vitest';
import type { BackupToken } from '../../messages/protocol';
import {
  backupStanding,
  damageWords,
  lostName,
  madeWords,
  refusedWords,
  restoredWords,
  stoppedWords,
  unreadWords,
} from './words';

/** Noon where the test runs: its day is said as people there count it. */
const NEWEST = new Date(2026, 10, 12, 12).toISOString();

describe('how the newest backup stands to the vault', () => {
  test('there is none', () => {
    expect(backupStanding({ newest: null, newer: 8, due: true }, 8)).toEqual({
      lead: 'No backup yet.',
      rest: '8 tokens are in this browser only.',
      due: true,
    });
    expect(backupStanding({ newest: null, newer: 0, due: false }, 0).due).toBe(false);
  });

  test('tokens are newer', () => {
    const { lead, rest, due } = backupStanding({ newest: NEWEST, newer: 3, due: false }, 8);
    expect(lead).toBe('3 tokens are newer than your last backup of 12 November 2026.');
    expect(rest).toBe('');
    expect(due).toBe(true);
    expect(backupStanding({ newest: NEWEST, newer: 1, due: false }, 8).lead).toBe(
      '1 token is newer than your last backup of 12 November 2026.',
    );
  });

  test('nothing is newer', () => {
    expect(backupStanding({ newest: NEWEST, newer: 0, due: false }, 8)).toEqual({
      lead: 'Your last backup is of 12 November 2026.',
      rest: 'No token is newer.',
      due: false,
    });
  });
});

test('says what was made and restored', () => {
  expect(madeWords(12, 0)).toMatch(/^Backup made: 12 tokens\. Keep the file.*reach it\.$/);
  expect(madeWords(12, 2)).toMatch(/ 2 tokens that cannot be opened are not in it\.$/);
  expect(restoredWords(12, 3)).toBe('12 tokens were added. 3 were here already.');
  expect(restoredWords(1, 1)).toBe('1 token was added. 1 was here already.');
  expect(restoredWords(1_200, 0)).toBe('1,200 tokens were added.');
  expect(stoppedWords(100, 300, 'The vault is locked.')).toMatch(/^The vault is locked\. 100 of 300 tokens/);
});

test('names what a damaged part had, and does not name what it cannot', () => {
  const lost = { id: 'a', name: 'nightly export', host: 'app.speckle.systems', ends: '4Q7x' };
  expect(damageWords([lost, lost])).toBe('2 tokens are in a damaged part of the file:');
  expect(lostName(lost)).toBe('nightly export, app.speckle.systems, ends in 4Q7x');
  expect(lostName({ name: null, host: null, ends: null })).toBe('A token without a name');
  expect(damageWords([])).toContain('No lost token can be named');
});

test('what was not taken is still in the file', () => {
  const tokens = [{ id: 'a', name: 'release-bot' }] as BackupToken[]; // only id and name are read
  expect(refusedWords(['a'], tokens)).toBe(
    '1 token was not taken, being too large, of a later version, or no token of SeenOnce: release-bot. The file still has it.',
  );
});

test.each(['not-a-backup', 'newer', 'corrupt', 'too-large', 'no-file', 'no-work'] as const)(
  'a file that is "%s" changes nothing, and says what to do',
  (failure) => {
    const words = unreadWords(failure);
    for (const sentence of Object.values(words)) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(words.safe).toMatch(/othing was changed/);
  },
);
