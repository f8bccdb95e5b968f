/** Line 2 of a record: `{"secret":"…"}`. Whoever has the public key can seal anything in its place. */

/** What is fingerprinted, and sealed. */
export function secretLine(secret: string): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ secret }));
}

const BEGIN = new TextEncoder().encode('{"secret":"');
const END = new TextEncoder().encode('"}');
/** What may stand behind a backslash in JSON. */
const ESCAPES = new TextEncoder().encode('"\\/bfnrtu');
const [QUOTE, BACKSLASH, SPACE, LETTER_U] = [0x22, 0x5c, 0x20, 0x75];

const stands = (part: Uint8Array, line: Uint8Array, from: number) =>
  part.every((byte, at) => line[from + at] === byte);
const isHex = (byte: number) => /[\da-f]/i.test(String.fromCharCode(byte));

/** Whether these bytes are what `secretLine` makes. Nothing is decoded for that: a list is made without any secret. */
export function isSecretLine(line: Uint8Array): boolean {
  const end = line.length - END.length;
  if (end < BEGIN.length || !stands(BEGIN, line, 0) || !stands(END, line, end)) return false;
  for (let at = BEGIN.length; at < end; at += 1) {
    const byte = line[at] ?? 0;
    if (byte === QUOTE || byte < SPACE) return false;
    if (byte !== BACKSLASH) continue;
    at += 1;
    if (at === end || !ESCAPES.includes(line[at] ?? 0)) return false;
    // A code unit is four digits.
    if (line[at] === LETTER_U && (at + 4 >= end || !line.subarray(at + 1, at + 5).every(isHex))) return false;
  }
  return true;
}
