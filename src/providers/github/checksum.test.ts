import { expect, test } from 'vitest';
import { classicChecksum, classicChecksumFits, crc32 } from './checksum';

test("CRC-32's check value", () => {
  expect(crc32('123456789')).toBe(0xcbf43926);
});

test('the check digits of a classic token', () => {
  expect(classicChecksum('A'.repeat(30))).toBe('0uCPlr');
  expect(classicChecksumFits('ghp_' + 'A'.repeat(30) + '0uCPlr')).toBe(true);
  expect(classicChecksumFits('ghp_' + 'A'.repeat(30) + '000000')).toBe(false);
});
