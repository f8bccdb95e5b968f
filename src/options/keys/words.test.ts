import { expect, test } from 'vitest';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { noWork, notAdded, passkeyAbout, passphraseAbout, slotsGone } from './words';

test('the passphrase has the day on which it was chosen, where that is known', () => {
  expect(passphraseAbout(new Date(2026, 8, 3, 12).toISOString())).toBe(
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
  const failed = (['cancelled', 'no-prf', 'not-here'] as const).map(notAdded);
  for (const sentence of [noWork(), slotsGone(), ...failed].flatMap((words) => Object.values(words)))
    expect(sentence).toMatch(/^[A-Z].+\.$/);
  const all = Object.entries(english).filter(([name]) => /^(keys|passkey)_/.test(name));
  expect(all.map(([, { message }]) => message).join(' ')).not.toMatch(
    /[Pp]lease|[Ss]orry|[Oo]ops|!|\bSaved\b/,
  );
});
