/** The vault's header: the public key everything is sealed to, and the slots that wrap its identity. */
import { base64 } from '@scure/base';
import { digest } from './keys';
import { newId } from './record';

export const HEADER_VERSION = 1;

export type PassphraseSlot = {
  readonly type: 'passphrase';
  /** A binary age file; see slots.ts. */
  readonly data: Uint8Array;
  /** ISO 8601 instant. */
  readonly created: string;
};

export type PasskeySlot = {
  readonly type: 'passkey';
  /** A binary age file; see passkey.ts. */
  readonly data: Uint8Array;
  readonly created: string;
  /** base64url; the authenticator finds its key by it. */
  readonly credentialId: string;
  /** 32 bytes, base64: what the authenticator is asked to derive the secret from. */
  readonly salt: string;
};

/** Of a later version: kept as it is. */
export type UnknownSlot = { readonly type: string };

export type Slot = PassphraseSlot | PasskeySlot | UnknownSlot;

export type Header = {
  readonly v: typeof HEADER_VERSION;
  /** 16 random bytes, base64url. */
  readonly vaultId: string;
  /** `age1…`: the vault's single X25519 recipient. */
  readonly recipient: string;
  readonly slots: readonly Slot[];
};

/** A header for a new vault with one passphrase slot. */
export function newHeader(recipient: string, slot: Uint8Array, now: Date): Header {
  return { v: HEADER_VERSION, vaultId: newId(), recipient, slots: [passphraseSlot(slot, now)] };
}

export function passphraseSlot(data: Uint8Array, now: Date): PassphraseSlot {
  return { type: 'passphrase', data, created: now.toISOString() };
}

/** Why a stored header cannot be used. Nothing may be written over it. */
export type HeaderFailure = 'corrupt' | 'newer';

/** Checks what was stored. Slots of an unknown type are kept, and fields of a later version. */
export function readHeader(stored: unknown): Header | HeaderFailure {
  if (typeof stored !== 'object' || stored === null) return 'corrupt';
  const { v, vaultId, recipient, slots } = stored as Partial<Record<keyof Header, unknown>>; // fields checked below
  if (typeof v === 'number' && v > HEADER_VERSION) return 'newer';
  const fits =
    v === HEADER_VERSION &&
    typeof vaultId === 'string' &&
    typeof recipient === 'string' &&
    recipient.startsWith('age1') &&
    Array.isArray(slots) &&
    slots.every(isSlot);
  return fits ? { ...stored, v, vaultId, recipient, slots } : 'corrupt';
}

function isSlot(slot: unknown): slot is Slot {
  return typeof slot === 'object' && slot !== null && 'type' in slot && typeof slot.type === 'string';
}

function isWhole(slot: Slot): slot is PassphraseSlot | PasskeySlot {
  return 'data' in slot && slot.data instanceof Uint8Array && typeof slot.created === 'string';
}

export function passphraseSlots({ slots }: Header): PassphraseSlot[] {
  return slots.filter((slot): slot is PassphraseSlot => slot.type === 'passphrase' && isWhole(slot));
}

export function passkeySlots({ slots }: Header): PasskeySlot[] {
  return slots.filter((slot): slot is PasskeySlot => slot.type === 'passkey' && isWhole(slot));
}

/** SHA-256 of the header, base64url. It stands in the index, which tells when somebody else changed the header. */
export async function headerHash({ v, vaultId, recipient, slots }: Header): Promise<string> {
  const canonical = slots.map((slot) =>
    Object.entries(slot)
      .map(([key, value]) => [key, value instanceof Uint8Array ? base64.encode(value) : value])
      .toSorted(([a], [b]) => String(a).localeCompare(String(b))),
  );
  return digest(new TextEncoder().encode(JSON.stringify([v, vaultId, recipient, canonical])));
}
