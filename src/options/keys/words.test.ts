import { expect, test } from 'vitest';
import {
  CHANGED,
  NO_WORK,
  passkeyAbout,
  PASSKEY_ADDED,
  PASSKEY_NOT_ADDED,
  PASSKEY_REMOVED,
  passphraseAbout,
  SLOTS_GONE,
  STARTED_OVER,
} from './words';

test('the passphrase has the day on which it was chosen, where that is known', () => {
  expect(passphraseAbout('2026-09-03T12:00:00.000Z')).toBe(
    'Changed on 3 September 2026. It cannot be reset, only changed.',
  );
  expect(passphraseAbout(null)).toBe('It cannot be reset, only changed.');
});

test('says who does not let us use passkeys, and that the passphrase keeps working', () => {
  expect(passkeyAbout(false, true, 0)).toBe(
    'Firefox does not let an extension use passkeys. The passphrase keeps working.',
  );
  expect(passkeyAbout(null, true, 0)).not.toContain('Firefox');
  expect(passkeyAbout(true, false, 2)).toContain('2 more keys, which are kept.');
});

test('nothing here promises that something is saved', () => {
  const notes = [NO_WORK, SLOTS_GONE, ...Object.values(PASSKEY_NOT_ADDED)];
  for (const sentence of notes.flatMap((words) => Object.values(words)))
    expect(sentence).toMatch(/^[A-Z].+\.$/);
  const all = [...notes.flatMap((words) => Object.values(words)), CHANGED, STARTED_OVER, PASSKEY_ADDED];
  expect([...all, PASSKEY_REMOVED].join(' ')).not.toMatch(/[Pp]lease|[Ss]orry|[Oo]ops|!|\bSaved\b/);
});
