/** What is done to the vault's key with the current passphrase: each says what is wrong, or nothing. */
import { send } from '../../browser';
import type { Answer } from '../../messages/protocol';
import { text } from '../../text/text';
import { failureWords } from '../../ui/failure';
import { withSlots, type Complaint } from '../../ui/passphrase/attempt';
import { createPasskey, passkeySlotOf } from '../../ui/passphrase/passkey';
import { changePassphrase, openSlots, startOver } from '../../ui/passphrase/work';
import { noWork, notAdded, slotsGone } from './words';

function told(answer: Answer<'ui:change-passphrase'>): Complaint | null {
  return answer.ok ? null : { problem: failureWords(answer.failure) };
}

const slotWords = () => ({
  wrong: text('keys_wrong_current'),
  failed: { problem: noWork() },
  none: { problem: slotsGone() },
});

export async function change(current: string, next: string): Promise<Complaint | null> {
  const made = await withSlots((slots) => changePassphrase(slots, current, next), slotWords());
  return made.ok ? told(await send('ui:change-passphrase', made.value)) : made.complaint;
}

export async function beginAnew(current: string, next: string): Promise<Complaint | null> {
  const made = await withSlots((slots) => startOver(slots, current, next), slotWords());
  return made.ok ? told(await send('ui:start-over', made.value)) : made.complaint;
}

export async function addPasskey(current: string): Promise<Complaint | null> {
  const opened = await withSlots((slots) => openSlots(slots, current), slotWords());
  if (!opened.ok) return opened.complaint;
  const made = await createPasskey();
  if (!made.ok) return { problem: notAdded(made.failure) };
  const { credentialId, salt, prf } = made;
  const slot = await passkeySlotOf(opened.value, prf);
  prf.fill(0);
  const passkey = { credentialId, salt, slot };
  return told(await send('ui:add-passkey', { identity: opened.value, passkey }));
}
