import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Failure } from '../../messages/protocol';
import { FAILURES } from '../failure';
import { FailureNote } from '../failure-note';
import { PassphraseField } from './field';
import { openSlots } from './work';

const WRONG = 'This is not the passphrase. The vault is unchanged: try again.';
const DAMAGED =
  'The stored key does not open. Your tokens are kept, encrypted: copy this browser profile before you change anything.';

type Outcome = { readonly failure: Failure } | { readonly words: string } | null;

/** Tries a passphrase; `null` when the vault is open. */
async function unlock(passphrase: string): Promise<Outcome> {
  const slots = await send('ui:slots', null);
  if (!slots.ok) return { failure: slots.failure };
  try {
    const identity = await openSlots(slots.value.passphrase, passphrase);
    if (identity === null) return { words: WRONG };
    const answer = await send('ui:unlock', { identity });
    return answer.ok ? null : { failure: answer.failure };
  } catch {
    return { words: DAMAGED };
  }
}

/** One passphrase. A wrong one stays, selected, so that it can be corrected or typed anew. */
export function UnlockForm({ onOpen, focused }: { onOpen: () => void; focused: boolean }) {
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
    const now = await unlock(passphrase);
    setBusy(false);
    setOutcome(now);
    if (now === null) return onOpen();
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
      {outcome && 'failure' in outcome && <FailureNote words={FAILURES[outcome.failure]} />}
      <button class="btn btn-primary btn-wide" type="submit" aria-disabled={busy}>
        Unlock
      </button>
      <p class="help" role="status">
        {busy ? 'Opening. This takes about a second, on purpose.' : ''}
      </p>
    </form>
  );
}
