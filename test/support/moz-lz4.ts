/** Firefox's session files: "mozLz40\0", the size in four bytes, and one block of LZ4 (lz4_Block_format.md, 2026). */
const MAGIC = Buffer.from('mozLz40\0');

export function isMozLz4(bytes: Buffer): boolean {
  return bytes.subarray(0, MAGIC.length).equals(MAGIC);
}

/** Gives the content; of a block that is cut off, what there is of it. */
export function unpackMozLz4(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.readUInt32LE(MAGIC.length));
  let from = MAGIC.length + 4;
  let to = 0;
  /** 15 in the token means: and the following bytes, as long as they are 255. */
  const length = (short: number) => {
    if (short < 15) return short;
    let sum = short;
    let more = 0;
    do {
      more = bytes[from++] ?? 0;
      sum += more;
    } while (more === 255);
    return sum;
  };
  while (from < bytes.length) {
    const token = bytes[from++] ?? 0;
    const literal = length(token >> 4);
    to += bytes.copy(out, to, from, from + literal);
    from += literal;
    if (from + 2 > bytes.length) break;
    const distance = bytes.readUInt16LE(from);
    from += 2;
    // Byte by byte: it may repeat what it writes itself.
    for (let left = length(token & 15) + 4; left > 0 && to < out.length; left -= 1, to += 1)
      out[to] = out[to - distance] ?? 0;
  }
  return out;
}
