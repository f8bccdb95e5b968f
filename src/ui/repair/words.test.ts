import { describe, expect, test } from 'vitest';
import type { Trouble } from '../../messages/protocol';
import { EXPOSED, isOfNewer, isRepairable, needsOf, NO_WAY, TITLES, TROUBLES } from './words';

describe.each(Object.entries(TROUBLES))('the words for "%s"', (trouble, words) => {
  test('say in whole sentences what happened, what is safe and what to do', () => {
    for (const sentence of Object.values(words)) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(Object.values(words).join(' ')).not.toMatch(/[Pp]lease|[Ss]orry|[Oo]ops|!|\bSaved\b/);
  });

  test('ask for the passphrase if and only if it helps', () => {
    // The keys of the map are the troubles.
    const repairable = isRepairable(trouble as Trouble);
    expect(/passphrase/.test(words.next)).toBe(repairable);
    expect(TITLES[trouble as Trouble] === 'The vault needs repair').toBe(repairable);
  });
});

test('promise no way that there is not', () => {
  expect([EXPOSED, ...NO_WAY.rest].join(' ')).not.toMatch(/restore/i);
});

test('of a newer vault say that nothing was changed, and what opens it', () => {
  const { what, safe, next } = TROUBLES['database-newer'];
  expect(what).toBe('This vault was written by a newer version of SeenOnce.');
  expect(safe).toMatch(/^Nothing was changed: /);
  expect(next).toMatch(/^Update SeenOnce to open it\./);
  expect(TROUBLES['header-newer'].safe).toMatch(/^Nothing was changed: /);
  for (const trouble of ['database-newer', 'header-newer'] as const) {
    expect(TITLES[trouble]).toBe('Update SeenOnce');
    expect(isOfNewer(trouble)).toBe(true);
    expect(needsOf(trouble).needs).toBe('needs a newer version of SeenOnce');
  }
  expect(isOfNewer('storage-broken')).toBe(false);
  expect(needsOf('header-lost').needs).toBe('needs repair');
});
