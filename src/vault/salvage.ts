/**
 * What is whole of a damaged age file. Its payload is age's STREAM: a nonce of 16 bytes, then chunks of
 * 64 KiB, each sealed by itself with a number and a flag for the last one. typage stops at the first bad
 * chunk; those after it still open. A chunk never opens in another's place or in another file.
 * https://github.com/C2SP/C2SP/blob/main/age.md#payload
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { derive } from './derive';

const NONCE = 16; // bytes
const TAG = 16; // bytes
const CHUNK = 64 * 1024 + TAG; // bytes, sealed
const FLAG = 11; // where the last chunk's flag stands in the 12 bytes of a chunk's nonce

export type Salvaged = {
  /** What stood together in the file, in order: between two runs something is missing. */
  readonly runs: readonly Uint8Array[];
  /** The first run is the beginning of the plaintext. */
  readonly begins: boolean;
  /** How many chunks do not open; a missing end counts as one. */
  readonly unreadable: number;
};

/** Where the payload of an age file begins, in bytes; `null` if its header has no end. */
export function headerLength(file: Uint8Array): number | null {
  // The header is ASCII, and only its last line begins with these characters.
  const mac = [0x0a, 0x2d, 0x2d, 0x2d, 0x20]; // "\n--- "
  for (let at = file.indexOf(0x0a); at >= 0; at = file.indexOf(0x0a, at + 1)) {
    if (!mac.every((byte, index) => file[at + index] === byte)) continue;
    const end = file.indexOf(0x0a, at + 1);
    return end < 0 ? null : end + 1;
  }
  return null;
}

/**
 * Opens every chunk that can be opened.
 * @param fileKey from the file's header, 16 bytes
 * @param payload the file without its header
 */
export async function salvage(fileKey: Uint8Array, payload: Uint8Array): Promise<Salvaged> {
  const key = await derive(fileKey, payload.subarray(0, NONCE), 'payload');
  const chunks: (Chunk | null)[] = [];
  for (let at = NONCE; at < payload.length; at += CHUNK) {
    chunks.push(openChunk(key, chunks.length, payload.subarray(at, at + CHUNK)));
  }
  const end = chunks.at(-1);
  const cut = end === undefined || end?.last === false;
  return {
    runs: runsOf(chunks),
    begins: Boolean(chunks[0]),
    unreadable: chunks.filter((chunk) => chunk === null).length + (cut ? 1 : 0),
  };
}

type Chunk = { readonly plain: Uint8Array; readonly last: boolean };

function openChunk(key: Uint8Array, index: number, sealed: Uint8Array): Chunk | null {
  const nonce = new Uint8Array(FLAG + 1);
  new DataView(nonce.buffer).setUint32(FLAG - 4, index);
  for (const last of [false, true]) {
    nonce[FLAG] = last ? 1 : 0;
    try {
      return { plain: chacha20poly1305(key, nonce).decrypt(sealed), last };
    } catch {
      // Changed, cut, or the other flag. noble has no other answer to a tag that does not fit.
    }
  }
  return null;
}

/** Neighbours are put together, since a line may begin in one chunk and end in the next. */
function runsOf(chunks: readonly (Chunk | null)[]): readonly Uint8Array[] {
  const runs: Uint8Array[][] = [];
  for (const [index, chunk] of chunks.entries()) {
    if (!chunk) continue;
    if (index === 0 || !chunks[index - 1]) runs.push([]);
    runs.at(-1)?.push(chunk.plain);
  }
  return runs.map(joined);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
