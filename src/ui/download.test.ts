import { expect, test } from 'vitest';
import { backupName } from './download';

test('a backup is named by the day, in the order in which names sort', () => {
  expect(backupName(new Date(2026, 10, 12, 23, 59))).toBe('seenonce-20261112.age');
  expect(backupName(new Date(2027, 0, 3))).toBe('seenonce-20270103.age');
});
