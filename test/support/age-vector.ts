/**
 * Judges a published test vector of age (https://c2sp.org/CCTV/age, npm `cctv-age`): a header of keys and
 * values, an empty line, then an age file, perhaps armored, perhaps compressed. Runs in Node, pages and workers.
 */
import { armor, Decrypter } from 'age-encryption';
import { base16 } from '@scure/base';
import * as vectors from 'cctv-age';

/** As many as cctv-age 0.2.0 has. */
export const VECTORS = 143;

export const vectorNames: readonly string[] = Object.keys(vectors);

type Expect =
  | 'success'
  | 'no match'
  | 'HMAC failure'
  | 'header failure'
  | 'armor failure'
  | 'payload failure';

/** What comes of a vector. `payload`: hex SHA-256 of the plaintext; `null` after a failure. */
export type Result = { readonly expect: Expect; readonly payload: string | null };

export type Verdict = { readonly name: string; readonly expected: Result; readonly got: Result };

type Vector = { readonly values: (key: string) => readonly string[]; readonly file: Uint8Array };

/** typage compares the header's MAC without a look at its length: it refuses these, too, with another word. */
const REFUSED_BY_THEIR_MAC = ['hmac_garbage', 'hmac_missing', 'hmac_truncated'];

/** Opens the vector of that name, or other bytes in its place. */
export async function judge(name: string, bytes: Uint8Array = vectorOf(name)): Promise<Verdict> {
  const vector = parse(bytes);
  return { name, expected: expectedOf(name, vector), got: await resultOf(vector) };
}

/** The file of a vector, with its key as far as its header gives one, and what comes of it. */
export async function unlocked(name: string) {
  const vector = parse(vectorOf(name));
  const file = (await binary(vector)) ?? new Uint8Array();
  const fileKey = await decrypterFor(vector)
    .decryptHeader(file)
    .catch(() => null);
  return { file, fileKey, expected: expectedOf(name, vector) };
}

/** The bytes of a vector, header and all. */
export function vectorOf(name: string): Uint8Array {
  const bytes = (vectors as Readonly<Record<string, Uint8Array>>)[name]; // a module is a record of its exports
  if (!bytes) throw new Error(`There is no vector ${name}.`);
  return bytes;
}

function parse(bytes: Uint8Array): Vector {
  const end = bytes.findIndex((byte, at) => byte === 0x0a && bytes[at + 1] === 0x0a);
  const lines = new TextDecoder().decode(bytes.subarray(0, end)).split('\n');
  const values = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2));
  return { values, file: bytes.subarray(end + 2) };
}

function expectedOf(name: string, { values }: Vector): Result {
  const [expect] = values('expect');
  if (expect === 'success') return { expect, payload: values('payload')[0] ?? '' };
  if (REFUSED_BY_THEIR_MAC.includes(name)) return { expect: 'HMAC failure', payload: null };
  // Their own README lists these words and no other.
  return { expect: expect as Expect, payload: null };
}

async function resultOf(vector: Vector): Promise<Result> {
  const file = await binary(vector);
  if (!file) return { expect: 'armor failure', payload: null };
  const decrypter = decrypterFor(vector);
  try {
    return { expect: 'success', payload: await hashOf(await decrypter.decrypt(file)) };
  } catch (error) {
    return { expect: await failureOf(error, decrypter, file), payload: null };
  }
}

/** The vector's age file, inflated and without its armor; `null` if that is broken. */
async function binary({ values, file }: Vector): Promise<Uint8Array | null> {
  const inflated = values('compressed')[0] === 'zlib' ? await inflate(file) : file;
  return values('armored')[0] === 'yes' ? dearmor(inflated) : inflated;
}

/** As the vectors write it: SHA-256 in small hexadecimal letters. */
export async function hashOf(plain: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', plain.slice());
  return base16.encode(new Uint8Array(hash)).toLowerCase();
}

function decrypterFor({ values }: Vector): Decrypter {
  const decrypter = new Decrypter();
  for (const identity of values('identity')) decrypter.addIdentity(identity);
  for (const passphrase of values('passphrase')) decrypter.addPassphrase(passphrase);
  return decrypter;
}

/** typage 0.3.1 has no error classes. If the header gives a key, it was the payload. */
async function failureOf(error: unknown, decrypter: Decrypter, file: Uint8Array): Promise<Expect> {
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('no identity matched')) return 'no match';
  if (message === 'invalid header HMAC') return 'HMAC failure';
  if (message.startsWith('stream ended before')) return 'header failure'; // the nonce is missing or short
  return decrypter.decryptHeader(file).then(
    () => 'payload failure',
    () => 'header failure',
  );
}

function dearmor(file: Uint8Array): Uint8Array | null {
  try {
    return armor.decode(new TextDecoder().decode(file));
  } catch {
    return null;
  }
}

/** `deflate` is the browsers' name for zlib's format. */
async function inflate(file: Uint8Array): Promise<Uint8Array> {
  const plain = new Blob([file.slice()]).stream().pipeThrough(new DecompressionStream('deflate'));
  return new Uint8Array(await new Response(plain).arrayBuffer());
}
