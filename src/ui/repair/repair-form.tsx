import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../browser';
import { FAILURES, type FailureWords } from '../failure';
import { FailureNote } from '../failure-note';
import { PassphraseField } from '../passphrase/field';
import { openSlots } from '../passphrase/work';
import { DAMAGED, NOT_OURS, WRONG } from './words';

type Outcome = { readonly note: FailureWords } | { readonly words: string } | null;

/** Tries a passphrase on everything that is left of the keys; `null` when the vault is repaired. */
async function repair(passphrase: string): Promise<Outcome> {
  const slots = await send('ui:slots', null);
  if (!slots.ok) return { note: FAILURES[slots.failure] };
  let identity: string | null;
  try {
    identity = await openSlots(slots.value.passphrase, passphrase);
  } catch {
    return { words: DAMAGED };
  }
  if (identity === null) return { words: WRONG };
  const answer = await send('ui:repair', { identity });
  if (answer.ok) return null;
  return { note: answer.failure === 'wrong-recipient' ? NOT_OURS : FAILURES[answer.failure] };
}

export function RepairForm({ focused, onRepaired }: { focused: boolean; onRepaired: () => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setOutcome(null);
    const now = await repair(passphrase);
    setBusy(false);
    setOutcome(now);
    if (now === null) return onRepaired();
    field.current?.focus();
    field.current?.select();
  }

  return (
    <form class="unlock" onSubmit={(event) => void submit(event)}>
      <PassphraseField
        label="Passphrase"
        value={passphrase}
        onValue={setPassphrase}
        fresh={false}
        busy={busy}
        wrong={outcome && 'words' in outcome ? outcome.words : null}
        field={field}
      />
      {outcome && 'note' in outcome && <FailureNote words={outcome.note} />}
      <button class="btn btn-primary btn-wide" type="submit" aria-disabled={busy}>
        Repair the vault
      </button>
      <p class="help" role="status">
        {busy ? 'Opening what is left of the keys. This takes a few seconds, on purpose.' : ''}
      </p>
    </form>
  );
}
