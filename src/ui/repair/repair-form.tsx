import { send } from '../../browser';
import { FAILURES } from '../failure';
import { useAttempt, withSlots, type Complaint } from '../passphrase/attempt';
import { PassphraseForm } from '../passphrase/passphrase-form';
import { openSlots } from '../passphrase/work';
import { DAMAGED, NOT_OURS, WRONG } from './words';

/** Tries a passphrase on everything that is left of the keys; `null` when the vault is repaired. */
async function repair(passphrase: string): Promise<Complaint | null> {
  const words = { wrong: WRONG, failed: { wrong: DAMAGED } };
  const opened = await withSlots((slots) => openSlots(slots, passphrase), words);
  if (!opened.ok) return opened.complaint;
  const answer = await send('ui:repair', { identity: opened.value });
  if (answer.ok) return null;
  return { problem: answer.failure === 'wrong-recipient' ? NOT_OURS : FAILURES[answer.failure] };
}

export function RepairForm({ focused, onRepaired }: { focused: boolean; onRepaired: () => void }) {
  const attempt = useAttempt();
  return (
    <PassphraseForm
      {...{ attempt, focused }}
      does="Repair the vault"
      busyWords="Opening what is left of the keys. This takes a few seconds, on purpose."
      onSubmit={() =>
        void attempt.run(() => repair(attempt.value)).then((complaint) => complaint === null && onRepaired())
      }
    />
  );
}
