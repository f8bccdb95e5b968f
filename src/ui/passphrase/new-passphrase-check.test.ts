import { expect, test } from 'vitest';
import { asTyped, complaintOf } from './new-passphrase-check';

const asked = {
  current: 'the old one',
  wanted: 'crème brûlée à la fenêtre',
  repeated: 'crème brûlée à la fenêtre',
  generated: false,
  verdict: 'strong',
} as const;

test('two that are the same letters are the same, whatever keyboard wrote them', () => {
  expect(complaintOf(asked)).toBeNull();
  expect(complaintOf({ ...asked, repeated: asked.wanted.normalize('NFD') })).toBeNull();
});

test.each([
  ['a weak one', { verdict: 'refused' }, 'first', 'too easy to guess'],
  ['the present one', { current: asked.wanted.normalize('NFD') }, 'first', 'you have now'],
  ['two different ones', { repeated: 'something else' }, 'second', 'differ'],
  ['other words', { generated: true, wanted: 'maple orbit', repeated: 'maple' }, 'second', 'six words'],
] as const)('%s is refused, at its field, and nothing was changed', (_, change, field, words) => {
  const complaint = complaintOf({ ...asked, ...change });
  expect(complaint?.field).toBe(field);
  expect(complaint?.words).toContain(words);
  expect(complaint?.words).toContain('Nothing was changed');
});

test('generated words are compared without capitals and further spaces', () => {
  expect(asTyped('  Maple\n orbit ')).toBe('maple orbit');
  const generated = { ...asked, generated: true, wanted: 'maple orbit' };
  expect(complaintOf({ ...generated, repeated: ' Maple  Orbit ' })).toBeNull();
});
