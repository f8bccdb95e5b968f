/**
 * The unlocked life: the identity is in `storage.session` only, together with a deadline that is
 * checked at every use, because alarms fire late after a suspended computer wakes up.
 */
import { base64 } from '@scure/base';
import browser from '../browser';
import type { NewVault, VaultState } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { settings } from '../storage/items';
import { forget, recall, remember, rememberAll } from '../storage/session';
import { addHeader, stop } from '../storage/vault';
import { emptyIndex, sealIndex } from '../vault/index-file';
import { indexKey } from '../vault/keys';
import { identityToRecipient } from '../vault/slots';
import { headerHash, newHeader } from '../vault/vault';
import { copyHeader } from './second-copy';
import { existingHeader, lookAgain, refuseTrouble, standing } from './standing';

export const LOCK_ALARM = 'lock';
const IDENTITY = 'identity';
const RECIPIENT = 'recipient'; // the identity's own
const DEADLINE = 'deadline'; // ms since the epoch; null: with the browser
const LATEST = 'latest'; // the latest time that was seen while unlocked, ms since the epoch
const LOCKED_AT = 'locked-at'; // ISO 8601
const UNLOCKED_AT = 'unlocked-at'; // ISO 8601
/** What follows an unlock is not done yet. */
export const UNFINISHED = 'unlock-unfinished';
/** The clock may be corrected by that much without locking, ms. */
const CLOCK_SLACK_MS = 5_000;
/** How often the latest time is noted, ms. */
const NOTED_EVERY_MS = 10_000;

/** The identity of an unlocked vault, else `null`. Locks if the deadline has passed meanwhile. */
export async function identity(): Promise<string | null> {
  const held = await recall<string>(IDENTITY);
  if (held === undefined) return null;
  if (await isOver(Date.now())) {
    await lock();
    return null;
  }
  return held;
}

/** Has the deadline passed, or was the clock set back, which would put it off? */
async function isOver(now: number): Promise<boolean> {
  const deadline = await recall<number | null>(DEADLINE);
  const latest = (await recall<number>(LATEST)) ?? now;
  if (deadline === undefined) return true;
  if (deadline !== null && (now >= deadline || now < latest - CLOCK_SLACK_MS)) return true;
  if (now >= latest + NOTED_EVERY_MS) await remember(LATEST, now);
  return false;
}

/** The public key of the identity in memory; computed once, at the unlock. */
export const openRecipient = () => recall<string>(RECIPIENT);

export const isLocked = async () => (await identity()) === null;

/** The identity, or the refusal `locked` (or `no-vault`, `broken`). */
export async function openIdentity(): Promise<string> {
  const open = await identity();
  if (open) return open;
  await existingHeader();
  throw new Refusal('locked');
}

export async function vaultState(): Promise<VaultState> {
  const { header, trouble } = await standing();
  if (trouble !== null) return 'broken';
  if (!header) return 'none';
  return (await identity()) ? 'unlocked' : 'locked';
}

/** Makes the one vault and unlocks it. Refuses with `vault-exists` if another page was first, and with `broken`, `vault-newer`. */
export async function create({ identity: fresh, recipient, slot }: NewVault): Promise<void> {
  if ((await identityToRecipient(fresh)) !== recipient) throw new Refusal('wrong-recipient');
  await refuseTrouble();
  const now = new Date();
  const header = newHeader(recipient, base64.decode(slot), now);
  const index = emptyIndex(await headerHash(header), now);
  const added = await addHeader(header, await sealIndex(await indexKey(fresh), 1, index));
  lookAgain();
  if (!added) throw new Refusal('vault-exists');
  await copyHeader(header);
  await keepOpen(fresh);
}

/**
 * Unlocks with an identity that a slot gave. It must be the one everything is sealed to: otherwise
 * somebody has replaced the public key, and every later token would be sealed to them.
 */
export async function unlock(candidate: string): Promise<void> {
  const { recipient } = await existingHeader();
  if ((await identityToRecipient(candidate)) !== recipient) {
    await stop(new Date());
    lookAgain();
    throw new Refusal('wrong-recipient');
  }
  await keepOpen(candidate);
}

/** Keeps an identity in memory: the vault is unlocked with it. */
export async function keepOpen(open: string): Promise<void> {
  const now = new Date();
  const deadline = await deadlineFrom(now);
  // In one step: a worker that stops in between must not leave a vault that never locks.
  await rememberAll({
    [IDENTITY]: open,
    [RECIPIENT]: await identityToRecipient(open),
    [DEADLINE]: deadline,
    [LATEST]: now.getTime(),
    [UNLOCKED_AT]: now.toISOString(),
    [UNFINISHED]: true,
  });
  await wakeAt(deadline);
  await forget(LOCKED_AT);
}

/** When the vault was unlocked last, ISO 8601; empty before that. */
export async function unlockedAt(): Promise<string> {
  return (await recall<string>(UNLOCKED_AT)) ?? '';
}

/** Refuses with `wrong-recipient` where a page has another identity than the open vault. */
export async function sameIdentity(candidate: string): Promise<string> {
  const open = await openIdentity();
  if (open !== candidate) throw new Refusal('wrong-recipient');
  return open;
}

/** Counts as use: moves the deadline. */
export async function touch(): Promise<void> {
  const deadline = await deadlineFrom(new Date());
  await remember(DEADLINE, deadline);
  await wakeAt(deadline);
}

/** When an open vault locks that is used no more, ms since the epoch; `null`: with the browser. */
async function deadlineFrom(now: Date): Promise<number | null> {
  const { lockAfter } = await settings.get();
  return lockAfter === null ? null : now.getTime() + lockAfter * 60_000;
}

async function wakeAt(deadline: number | null): Promise<void> {
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
  await forget(IDENTITY, RECIPIENT, DEADLINE, LATEST);
  await remember(LOCKED_AT, new Date().toISOString());
  await browser.alarms.clear(LOCK_ALARM);
  for (const listener of listeners) listener();
  forgetLastMatch();
}

/** V8 keeps the last match of a regular expression, and with it a string that may be the identity. */
export function forgetLastMatch(): void {
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
