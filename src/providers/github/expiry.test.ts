import { expect, test } from 'vitest';
import { anyExpiry, chosenExpiry } from './expiry';

const now = new Date('2026-11-24T10:00:00Z');

test('a list row tells a date, never, or nothing', () => {
  expect(anyExpiry('upload Expires on Thu, Dec 4 2026.')).toEqual({ at: '2026-12-04' });
  expect(anyExpiry('upload Expires on Mon, Jan 11 2027')).toEqual({ at: '2027-01-11' });
  expect(anyExpiry('upload This token has no expiration date.')).toBe('never');
  expect(anyExpiry('upload Never used')).toBeNull();
  expect(anyExpiry('upload Expires on Thu, Foo 4 2026')).toBeNull();
  expect(anyExpiry(null)).toBeNull();
});

test('a form tells days, a date, none, or nothing', () => {
  expect(chosenExpiry('30', null, now)).toEqual({ at: '2026-12-24' });
  expect(chosenExpiry('366', null, now)).toEqual({ at: '2027-11-25' });
  expect(chosenExpiry('custom', '2027-03-31', now)).toEqual({ at: '2027-03-31' });
  expect(chosenExpiry('custom', null, now)).toBeNull();
  expect(chosenExpiry('none', null, now)).toBe('never');
  expect(chosenExpiry('soon', null, now)).toBeNull();
  expect(chosenExpiry(null, '2027-03-31', now)).toBeNull();
});
