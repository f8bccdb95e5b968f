const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** CRC-32/ISO-HDLC (zlib) of ASCII text, as an unsigned number. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (const char of text) {
    crc ^= char.charCodeAt(0);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** The last six characters of a classic token: base62 of the CRC-32 of the 30 before them (announced April 2021). */
export function classicChecksum(body: string): string {
  let digits = '';
  for (let rest = crc32(body); rest > 0; rest = Math.floor(rest / 62))
    digits = ALPHABET.charAt(rest % 62) + digits;
  return digits.padStart(6, '0');
}

/** Whether a value is a classic token of today's form whose check digits fit. */
export function classicChecksumFits(secret: string): boolean {
  return /^ghp_[A-Za-z0-9]{36}$/.test(secret) && classicChecksum(secret.slice(4, 34)) === secret.slice(34);
}
