import { send } from '../../browser';
import { text } from '../../text/text';
import { failureWords } from '../failure';
import { useAttempt, withSlots, type Complaint } from '../passphrase/attempt';
import { PassphraseForm } from '../passphrase/passphrase-form';
import { openSlots } from '../passphrase/work';
import { notOurs } from './words';

/** Tries a passphrase on everything that is left of the keys; `null` when the vault is repaired. */
async function repair(passphrase: string): Promise<Complaint | null> {
  const words = { wrong: text('repair_wrong'), failed: { wrong: text('repair_damaged') } };
  const opened = await withSlots((slots) => openSlots(slots, passphrase), words);
  if (!opened.ok) return opened.complaint;
  const answer = await send('ui:repair', { identity: opened.value });
  if (answer.ok) return null;
  return { problem: answer.failure === 'wrong-recipient' ? notOurs() : failureWords(answer.failure) };
}

export function RepairForm({ focused, onRepaired }: { focused: boolean; onRepaired: () => void }) {
  const attempt = useAttempt();
  return (
    <PassphraseForm
      {...{ attempt, focused }}
      does={text('repair_do')}
      busyWords={text('repair_busy')}
      onSubmit={() =>
        void attempt.run(() => repair(attempt.value)).then((complaint) => complaint === null && onRepaired())
      }
    />
  );
}
