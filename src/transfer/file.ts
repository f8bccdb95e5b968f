/** A file's bytes as text, or why they are none. */
import { refused, type Problem } from './entry';

/** No list of tokens, and no export of a password manager's texts, comes near this; bytes. */
export const LARGEST = 5 * 1024 * 1024;

const startsWith = (bytes: Uint8Array, start: ArrayLike<number>) =>
  Array.from(start).every((byte, at) => bytes[at] === byte);
const encoder = new TextEncoder();

const UTF_16 = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];
const ZIP = encoder.encode('PK\u0003\u0004');
/** The first line of every age file (age-encryption.org/v1). */
const AGE = encoder.encode('age-encryption.org/');

/** @returns the text without a byte order mark */
export function textOf(bytes: Uint8Array): { ok: true; text: string } | { ok: false; problem: Problem } {
  if (bytes.length > LARGEST) return refused('too_large');
  if (startsWith(bytes, AGE)) return refused('backup');
  if (startsWith(bytes, ZIP)) return refused('archive');
  if (UTF_16.some((mark) => startsWith(bytes, mark))) return refused('utf_16');
  if (bytes.includes(0)) return refused('binary');
  try {
    // It takes the mark away by itself.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.trim() === '' ? refused('empty') : { ok: true, text };
  } catch {
    return refused('not_utf_8', lineOfBrokenByte(bytes));
  }
}

/** The line of the first byte that is not UTF-8: where an old editor wrote an umlaut in its own way. */
function lineOfBrokenByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      decoder.decode(bytes.subarray(start, at));
    } catch {
      return line;
    }
    line += 1;
    start = at + 1;
  }
  return line;
}
