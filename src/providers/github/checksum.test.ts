import { expect, test } from 'vitest';
import { classicChecksum, classicChecksumFits, crc32 } from './checksum';

test("CRC-32's published check value", () => {
  expect(crc32('123456789')).toBe(0xcbf43926);
});

test('the check digits of a classic token', () => {
  const body = 'A'.repeat(30);
  expect(crc32(body)).toBe(830433819);
  expect(classicChecksum(body)).toBe('0uCPlr');
  expect(classicChecksumFits('ghp_' + body + '0uCPlr')).toBe(true);
  expect(classicChecksumFits('ghp_' + body + '000000')).toBe(false);
  expect(classicChecksumFits('gho_' + body + '0uCPlr')).toBe(false);
});
