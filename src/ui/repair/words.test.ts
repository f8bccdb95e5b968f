import { describe, expect, test } from 'vitest';
import type { Trouble } from '../../messages/protocol';
import english from '../../../public/_locales/en/messages.json' with { type: 'json' };
import { isOfNewer, isRepairable, needsOf, troubleTitle, troubleWords } from './words';

const TROUBLES: readonly Trouble[] = [
  'header-lost',
  'header-corrupt',
  'header-newer',
  'database-newer',
  'storage-broken',
  'recipient-replaced',
];

describe.each(TROUBLES)('the words for "%s"', (trouble) => {
  const words = troubleWords(trouble);
  test('say in whole sentences what happened, what is safe and what to do', () => {
    for (const sentence of Object.values(words)) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(Object.values(words).join(' ')).not.toMatch(/[Pp]lease|[Ss]orry|[Oo]ops|!|\bSaved\b/);
  });

  test('ask for the passphrase if and only if it helps', () => {
    const repairable = isRepairable(trouble);
    expect(/passphrase/.test(words.next)).toBe(repairable);
    expect(troubleTitle(trouble) === 'The vault needs repair').toBe(repairable);
  });
});

test('promise no way that there is not', () => {
  const said = Object.entries(english).filter(([name]) => /^repair_(exposed|no_way)/.test(name));
  expect(said).toHaveLength(5);
  expect(said.map(([, { message }]) => message).join(' ')).not.toMatch(/restore/i);
});

test('of a newer vault say that nothing was changed, and what opens it', () => {
  const { what, safe, next } = troubleWords('database-newer');
  expect(what).toBe('This vault was written by a newer version of SeenOnce.');
  expect(safe).toMatch(/^Nothing was changed: /);
  expect(next).toMatch(/^Update SeenOnce to open it\./);
  expect(troubleWords('header-newer').safe).toMatch(/^Nothing was changed: /);
  for (const trouble of ['database-newer', 'header-newer'] as const) {
    expect(troubleTitle(trouble)).toBe('Update SeenOnce');
    expect(isOfNewer(trouble)).toBe(true);
    expect(needsOf(trouble).needs).toBe('update');
  }
  expect(isOfNewer('storage-broken')).toBe(false);
  expect(needsOf('header-lost').needs).toBe('repair');
});
