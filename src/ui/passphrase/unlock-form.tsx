import { send } from '../../browser';
import { text } from '../../text/text';
import { failureWords } from '../failure';
import { useAttempt, withSlots, type Complaint } from './attempt';
import { PassphraseForm } from './passphrase-form';
import { UnlockPasskey } from './unlock-passkey';
import { damagedWords, wrongWords } from './unlock-words';
import { openSlots } from './work';

type Props = {
  /** Called when it is open, and when it turned out to need repair. */
  readonly onOpen: () => void;
  readonly focused: boolean;
  /** "Start over with a new key" is under way: the old passphrase holds. */
  readonly resealing: boolean;
};

async function unlock(passphrase: string, resealing: boolean): Promise<Complaint | null> {
  const words = { wrong: wrongWords(resealing), failed: { wrong: damagedWords() } };
  const opened = await withSlots((slots) => openSlots(slots, passphrase), words);
  if (!opened.ok) return opened.complaint;
  const answer = await send('ui:unlock', { identity: opened.value });
  return answer.ok ? null : { problem: failureWords(answer.failure) };
}

/** One passphrase, or a passkey where there is one. */
export function UnlockForm({ onOpen, focused, resealing }: Props) {
  const attempt = useAttempt();

  async function run(deed: () => Promise<Complaint | null>): Promise<void> {
    const complaint = await attempt.run(deed);
    // What the background found is told by the status: it may need repair now.
    if (complaint === null || 'problem' in complaint) onOpen();
  }

  return (
    <PassphraseForm
      {...{ attempt, focused }}
      does={text('unlock_do')}
      busyWords={text('unlock_opening')}
      onSubmit={() => void run(() => unlock(attempt.value, resealing))}
    >
      <UnlockPasskey busy={attempt.busy} run={(deed) => void run(deed)} />
    </PassphraseForm>
  );
}
