import { describe, expect, test } from 'vitest';
import type { Status } from '../messages/protocol';
import { missingIn, setupLines } from './setup';

/** Noon where the test runs: days are said as people there count them. */
const NEWEST = new Date(2026, 10, 3, 12).toISOString();
const status: Status = {
  vault: 'unlocked',
  trouble: null,
  problems: 0,
  backup: { newest: NEWEST, newer: 0, due: false },
  undo: null,
  ending: null,
  resealing: null,
  held: [],
  withheld: [],
  count: 3,
  locksAt: null,
  lockedAt: null,
  clipboard: { clearsAt: null, seconds: 0, ended: null, untold: [] },
};
const zenodo = { name: 'Zenodo', origins: ['https://zenodo.org/*'] };
const github = { name: 'GitHub', origins: ['https://github.com/*'] };

const lineOf = (id: string, change: Partial<Status>, practised = true) =>
  setupLines({ ...status, ...change }, practised).find((line) => line.id === id);

test('all is set: nothing is missing, and there is nothing to press', () => {
  const lines = setupLines(status, true);
  expect(missingIn(lines)).toBe(0);
  expect(lines.map(({ id }) => id)).toEqual(['vault', 'sites', 'practice', 'backup']);
  expect(lines.every(({ action }) => action === null)).toBe(true);
});

describe('each thing that is missing has its one way', () => {
  test.each([
    ['vault', { vault: 'none', backup: null, count: 0 }, 'vault', 'No vault yet'],
    ['vault', { vault: 'broken', trouble: 'header-lost' }, 'repair', 'The vault needs repair'],
    ['vault', { vault: 'broken', trouble: 'header-newer' }, 'repair', 'a newer version'],
    ['sites', { withheld: [github, zenodo] }, 'allow', 'from GitHub and Zenodo'],
    ['backup', { backup: { newest: null, newer: 3, due: false } }, 'backup', 'No backup yet'],
    [
      'backup',
      { backup: { ...status.backup, newest: new Date(2026, 8, 1, 12).toISOString(), newer: 2, due: true } },
      'backup',
      'due',
    ],
  ] as const)('%s: %o', (id, change, action, title) => {
    const line = lineOf(id, change);
    expect(line).toMatchObject({ standing: 'missing', action });
    expect(line?.title).toContain(title);
  });

  test('practice', () => {
    expect(lineOf('practice', {}, false)).toMatchObject({ standing: 'missing', action: 'practise' });
  });
});

test('a locked vault does not tell of its backup: that is no fault, and unlocking tells', () => {
  const locked = { vault: 'locked', backup: null } as const;
  expect(lineOf('backup', locked)).toMatchObject({ standing: 'untold', action: 'unlock' });
  expect(missingIn(setupLines({ ...status, ...locked }, true))).toBe(0);
});

test('a backup is not asked for where there is nothing to back up, or no vault to do it', () => {
  expect(lineOf('backup', { count: 0, backup: { newest: null, newer: 0, due: false } })?.standing).toBe(
    'untold',
  );
  expect(lineOf('backup', { vault: 'none', backup: null })).toBeUndefined();
  expect(lineOf('backup', { vault: 'broken', backup: null })).toBeUndefined();
});

test('newer tokens are counted, and can be backed up before a backup is due', () => {
  const line = lineOf('backup', { backup: { newest: NEWEST, newer: 2, due: false } });
  expect(line).toMatchObject({
    standing: 'done',
    action: 'backup',
    means: '3 Nov 2026. 2 tokens are newer.',
  });
});
