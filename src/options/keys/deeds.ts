/** What is done to the vault's key with the current passphrase: each says what is wrong, or nothing. */
import { send } from '../../browser';
import type { Answer } from '../../messages/protocol';
import { FAILURES, type FailureWords } from '../../ui/failure';
import { createPasskey, passkeySlotOf } from '../../ui/passphrase/passkey';
import { changePassphrase, openSlots, startOver } from '../../ui/passphrase/work';
import { NO_WORK, PASSKEY_NOT_ADDED, SLOTS_GONE, WRONG_CURRENT } from './words';

/** `current`: the current passphrase is wrong, in words for its field. */
export type Wrong = { readonly current: string } | { readonly problem: FailureWords };

const problem = (words: FailureWords): Wrong => ({ problem: words });

function told(answer: Answer<'ui:change-passphrase'>): Wrong | null {
  return answer.ok ? null : problem(FAILURES[answer.failure]);
}

/** The vault's passphrase slots, given to the work; its answer is `null` if the passphrase is not theirs. */
async function withSlots<T>(
  work: (slots: readonly string[]) => Promise<T | null>,
): Promise<{ ok: true; value: T } | { ok: false; wrong: Wrong }> {
  const answer = await send('ui:slots', null);
  if (!answer.ok) return { ok: false, wrong: problem(FAILURES[answer.failure]) };
  const slots = answer.value.passphrase;
  if (slots.length === 0) return { ok: false, wrong: problem(SLOTS_GONE) };
  try {
    const value = await work(slots);
    return value === null ? { ok: false, wrong: { current: WRONG_CURRENT } } : { ok: true, value };
  } catch {
    return { ok: false, wrong: problem(NO_WORK) };
  }
}

export async function change(current: string, next: string): Promise<Wrong | null> {
  const made = await withSlots((slots) => changePassphrase(slots, current, next));
  return made.ok ? told(await send('ui:change-passphrase', made.value)) : made.wrong;
}

export async function beginAnew(current: string, next: string): Promise<Wrong | null> {
  const made = await withSlots((slots) => startOver(slots, current, next));
  return made.ok ? told(await send('ui:start-over', made.value)) : made.wrong;
}

export async function addPasskey(current: string): Promise<Wrong | null> {
  const opened = await withSlots((slots) => openSlots(slots, current));
  if (!opened.ok) return opened.wrong;
  const made = await createPasskey();
  if (!made.ok) return problem(PASSKEY_NOT_ADDED[made.failure]);
  const { credentialId, salt, prf } = made;
  const slot = await passkeySlotOf(opened.value, prf);
  prf.fill(0);
  const passkey = { credentialId, salt, slot };
  return told(await send('ui:add-passkey', { identity: opened.value, passkey }));
}
