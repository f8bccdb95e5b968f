/** The vault's header: the public key everything is sealed to, and the slots that wrap its identity. */
import { newId } from './record';

export const HEADER_VERSION = 1;

export type Slot = {
  readonly type: 'passphrase';
  /** A binary age file; see slots.ts. */
  readonly data: Uint8Array;
  /** ISO 8601 instant. */
  readonly created: string;
};

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
  return {
    v: HEADER_VERSION,
    vaultId: newId(),
    recipient,
    slots: [{ type: 'passphrase', data: slot, created: now.toISOString() }],
  };
}

/** Checks what was stored. `null`: this is no header that this version can read, and nothing may be written. */
export function readHeader(stored: unknown): Header | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { v, vaultId, recipient, slots } = stored as Partial<Record<keyof Header, unknown>>; // fields checked below
  const fits =
    v === HEADER_VERSION &&
    typeof vaultId === 'string' &&
    typeof recipient === 'string' &&
    recipient.startsWith('age1') &&
    Array.isArray(slots);
  return fits ? { v, vaultId, recipient, slots: slots.filter(isPassphraseSlot) } : null;
}

function isPassphraseSlot(slot: unknown): slot is Slot {
  return (
    typeof slot === 'object' &&
    slot !== null &&
    'type' in slot &&
    slot.type === 'passphrase' &&
    'data' in slot &&
    slot.data instanceof Uint8Array
  );
}
