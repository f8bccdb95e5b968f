/**
 * The index: what the vault holds, in one authenticated file, so that a list opens no records. It is a
 * cache and can always be made again; only what was deleted, or went missing, is known to it alone.
 * Bytes: `SOIX`, version (1 byte), generation (8 bytes, big endian), IV (12 bytes), then AES-256-GCM of
 * JSON. All that stands before the IV is authenticated with it.
 */
import type { Metadata, RecordFailure } from './record';

const MAGIC = new TextEncoder().encode('SOIX');
export const INDEX_VERSION = 1;
const GEN_AT = MAGIC.length + 1;
const IV_AT = GEN_AT + 8;
const SEALED_AT = IV_AT + 12;

/** What is wrong with a listed record. */
export type EntryFailure = {
  readonly what: RecordFailure | 'replaced' | 'missing';
  /** ISO 8601 instants: when it was found so, and when it was last found whole. */
  readonly since: string;
  readonly whole: string | null;
};

export type IndexEntry = {
  readonly id: string;
  /** SHA-256 of the sealed bytes, base64url. */
  readonly hash: string;
  /** Equal for equal tokens of one origin; empty if the record could not be opened. */
  readonly fingerprint: string;
  /** `null` if the record could not be opened. */
  readonly metadata: Metadata | null;
  /** When it was listed first, ISO 8601; empty if the index was made again since. */
  readonly listed: string;
  readonly failure: EntryFailure | null;
};

/** Something that was done to the vault from outside, to be told until it is acknowledged. */
export type IndexNotice = { readonly kind: string; readonly since: string };

export type Index = {
  /** Hash of the vault's header. */
  readonly header: string;
  /** The last unlock, and the last check that found each listed record as it was, ISO 8601. */
  readonly unlocked: string;
  readonly checked: string;
  readonly entries: readonly IndexEntry[];
  /** Deleted by the user: id -> when, ISO 8601. */
  readonly tombstones: Readonly<Record<string, string>>;
  readonly notices: readonly IndexNotice[];
  /** Under which shape of line 1 its entries were listed; absent before 0.2. What it means is the caller's business. */
  readonly shape?: number;
};

export type OpenedIndex =
  | { readonly ok: true; readonly gen: number; readonly index: Index }
  | { readonly ok: false; readonly failure: 'corrupt' | 'newer' };

/** @param gen counts up with every write, so that an older index in the place of a newer one is seen */
export async function sealIndex(key: CryptoKey, gen: number, index: Index): Promise<Uint8Array<ArrayBuffer>> {
  const packed = { ...index, entries: index.entries.map(pack) };
  const plain = new TextEncoder().encode(JSON.stringify(packed));
  const iv = crypto.getRandomValues(new Uint8Array(SEALED_AT - IV_AT));
  const head = new Uint8Array(IV_AT);
  head.set(MAGIC);
  head[MAGIC.length] = INDEX_VERSION;
  new DataView(head.buffer).setBigUint64(GEN_AT, BigInt(gen));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: head }, key, plain);
  plain.fill(0);
  const file = new Uint8Array(SEALED_AT + sealed.byteLength);
  file.set(head);
  file.set(iv, IV_AT);
  file.set(new Uint8Array(sealed), SEALED_AT);
  return file;
}

/** @param key of the same identity; with another one the index is corrupt */
export async function openIndex(key: CryptoKey, file: Uint8Array<ArrayBuffer>): Promise<OpenedIndex> {
  const known = file.length > SEALED_AT && MAGIC.every((byte, i) => file[i] === byte);
  if (!known) return { ok: false, failure: 'corrupt' };
  const version = file[MAGIC.length] ?? 0;
  if (version > INDEX_VERSION) return { ok: false, failure: 'newer' };
  const head = file.slice(0, IV_AT);
  const iv = file.slice(IV_AT, SEALED_AT);
  try {
    const aes = { name: 'AES-GCM', iv, additionalData: head };
    const plain = new Uint8Array(await crypto.subtle.decrypt(aes, key, file.subarray(SEALED_AT)));
    // Authenticated: `sealIndex` of this version wrote it.
    const packed = JSON.parse(new TextDecoder().decode(plain)) as PackedIndex;
    plain.fill(0);
    const index = { ...packed, entries: packed.entries.map(unpack) };
    return { ok: true, gen: Number(new DataView(head.buffer).getBigUint64(GEN_AT)), index };
  } catch {
    return { ok: false, failure: 'corrupt' };
  }
}

/** An entry without its names, and line 1 without what stands beside it: with 10,000 of them it is a sixth of the bytes. */
type Packed = readonly [
  id: string,
  hash: string,
  fingerprint: string,
  listed: string,
  failure: EntryFailure | null,
  metadata: Metadata | null,
];
type PackedIndex = Omit<Index, 'entries'> & { readonly entries: readonly Packed[] };

function pack({ id, hash, fingerprint, listed, failure, metadata }: IndexEntry): Packed {
  const { id: _, ...rest } = metadata ?? {};
  return [id, hash, fingerprint, listed, failure, metadata && rest];
}

function unpack([id, hash, fingerprint, listed, failure, metadata]: Packed): IndexEntry {
  return { id, hash, fingerprint, listed, failure, metadata: metadata && { ...metadata, id } };
}

/** An index without entries. */
export function emptyIndex(header: string, now: Date): Index {
  const at = now.toISOString();
  return { header, unlocked: at, checked: at, entries: [], tombstones: {}, notices: [] };
}
