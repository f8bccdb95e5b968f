/**
 * The unlocked life: the identity is in `storage.session` only, together with a deadline that is
 * checked at every use, because alarms fire late after a suspended computer wakes up.
 */
import browser from '../browser';
import { identityToRecipient } from '../vault/slots';
import { newHeader, readHeader, type Header } from '../vault/vault';
import { base64 } from '@scure/base';
import type { NewVault, VaultState } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { settings } from '../storage/items';
import { addHeader, readStoredHeader } from '../storage/records';
import { forget, recall, recallEach, remember } from '../storage/session';

export const LOCK_ALARM = 'lock';
const IDENTITY = 'identity';
const DEADLINE = 'deadline'; // ms since the epoch; null: with the browser
const LOCKED_AT = 'locked-at'; // ISO 8601

/** The vault's header, or `null` without a vault. Throws `storage` for a header this version cannot read. */
export async function header(): Promise<Header | null> {
  const stored = await readStoredHeader();
  if (stored === undefined) return null;
  const read = readHeader(stored);
  if (!read) throw new Refusal('storage');
  return read;
}

/** The header, or the refusal `no-vault`. */
export async function existingHeader(): Promise<Header> {
  const read = await header();
  if (!read) throw new Refusal('no-vault');
  return read;
}

/** The identity of an unlocked vault, else `null`. Locks if the deadline has passed meanwhile. */
export async function identity(): Promise<string | null> {
  const { [IDENTITY]: held, [DEADLINE]: deadline } = await recallEach(IDENTITY, DEADLINE);
  if (typeof held !== 'string') return null;
  if (typeof deadline === 'number' && Date.now() >= deadline) {
    await lock();
    return null;
  }
  return held;
}

/** The identity, or the refusal `locked` (or `no-vault`). */
export async function openIdentity(): Promise<string> {
  const open = await identity();
  if (open) return open;
  await existingHeader();
  throw new Refusal('locked');
}

export async function vaultState(): Promise<VaultState> {
  if (await identity()) return 'unlocked';
  return (await header()) ? 'locked' : 'none';
}

/** Makes the one vault and unlocks it. Refuses with `vault-exists` if another page was first. */
export async function create({ identity: fresh, recipient, slot }: NewVault): Promise<void> {
  if ((await identityToRecipient(fresh)) !== recipient) throw new Refusal('wrong-recipient');
  const added = await addHeader(newHeader(recipient, base64.decode(slot), new Date()));
  if (!added) throw new Refusal('vault-exists');
  await keepOpen(fresh);
}

/** Unlocks with an identity that a slot gave. It must be the one everything is sealed to. */
export async function unlock(candidate: string): Promise<void> {
  const { recipient } = await existingHeader();
  if ((await identityToRecipient(candidate)) !== recipient) throw new Refusal('wrong-recipient');
  await keepOpen(candidate);
}

async function keepOpen(open: string): Promise<void> {
  await remember(IDENTITY, open);
  await forget(LOCKED_AT);
  await touch();
}

/** Counts as use: moves the deadline. */
export async function touch(): Promise<void> {
  const { lockAfter } = await settings.get();
  const deadline = lockAfter === null ? null : Date.now() + lockAfter * 60_000;
  await remember(DEADLINE, deadline);
  if (deadline === null) await browser.alarms.clear(LOCK_ALARM);
  else await browser.alarms.create(LOCK_ALARM, { when: deadline });
}

const listeners: (() => void)[] = [];

/** Calls back at every lock of this worker's life, to let go of what was decrypted. */
export function onLock(listener: () => void): void {
  listeners.push(listener);
}

export async function lock(): Promise<void> {
  if ((await recall<string>(IDENTITY)) === undefined) return;
  await forget(IDENTITY, DEADLINE);
  await remember(LOCKED_AT, new Date().toISOString());
  await browser.alarms.clear(LOCK_ALARM);
  for (const listener of listeners) listener();
  // V8 keeps the last match of a regular expression, and with it a string that may be the identity.
  /a/.test('a');
}

/** ISO 8601 instants for the popup's footer. */
export async function lockTimes(): Promise<{ locksAt: string | null; lockedAt: string | null }> {
  const deadline = await recall<number | null>(DEADLINE);
  return {
    locksAt: typeof deadline === 'number' ? new Date(deadline).toISOString() : null,
    lockedAt: (await recall<string>(LOCKED_AT)) ?? null,
  };
}
