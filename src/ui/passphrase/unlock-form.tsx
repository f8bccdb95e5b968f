import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../browser';
import { FAILURES } from '../failure';
import { FailureNote } from '../failure-note';
import { PassphraseField } from './field';
import { UnlockPasskey, type Outcome } from './unlock-passkey';
import { DAMAGED, wrongWords } from './unlock-words';
import { openSlots } from './work';

type Props = {
  /** Called when it is open, and when it turned out to need repair. */
  readonly onOpen: () => void;
  readonly focused: boolean;
  /** "Start over with a new key" is under way: the old passphrase holds. */
  readonly resealing: boolean;
};

/** Tries a passphrase; `null` when the vault is open. */
async function unlock(passphrase: string, resealing: boolean): Promise<Outcome> {
  const slots = await send('ui:slots', null);
  if (!slots.ok) return { failure: slots.failure };
  try {
    const identity = await openSlots(slots.value.passphrase, passphrase);
    if (identity === null) return { words: wrongWords(resealing) };
    const answer = await send('ui:unlock', { identity });
    return answer.ok ? null : { failure: answer.failure };
  } catch {
    return { words: DAMAGED };
  }
}

/** Runs one way of unlocking at a time. A wrong passphrase stays, selected, so that it can be corrected. */
function useUnlocking(onOpen: () => void) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const field = useRef<HTMLInputElement>(null);

  async function run(deed: () => Promise<Outcome>): Promise<void> {
    if (busy) return;
    setBusy(true);
    setOutcome(null);
    const now = await deed();
    setBusy(false);
    setOutcome(now);
    // What the background found is told by the status: it may need repair now.
    if (now === null || 'failure' in now) onOpen();
    if (now === null) return;
    field.current?.focus();
    field.current?.select();
  }

  return { busy, outcome, field, run };
}

/** One passphrase, or a passkey where there is one. */
export function UnlockForm({ onOpen, focused, resealing }: Props) {
  const [passphrase, setPassphrase] = useState('');
  const { busy, outcome, field, run } = useUnlocking(onOpen);

  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);

  return (
    <form
      class="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        void run(() => unlock(passphrase, resealing));
      }}
    >
      <PassphraseField
        label="Passphrase"
        value={passphrase}
        onValue={setPassphrase}
        fresh={false}
        busy={busy}
        wrong={outcome && 'words' in outcome ? outcome.words : null}
        field={field}
      />
      {outcome && 'failure' in outcome && <FailureNote words={FAILURES[outcome.failure]} />}
      <button class="btn btn-primary btn-wide" type="submit" aria-disabled={busy}>
        Unlock
      </button>
      <UnlockPasskey busy={busy} run={(deed) => void run(deed)} />
      <p class="help" role="status">
        {busy ? 'Opening. This takes about a second, on purpose.' : ''}
      </p>
    </form>
  );
}
