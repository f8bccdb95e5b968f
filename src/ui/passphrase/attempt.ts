/** One attempt with a passphrase, whatever it is for: to unlock, to repair, to change the key, to make a backup. */
import { useRef, useState } from 'preact/hooks';
import { send } from '../../browser';
import { type FailureWords, failureWords } from '../failure';

/** What is wrong: with what was typed, said at its field, or otherwise, said in the form. */
export type Complaint = { readonly wrong: string } | { readonly problem: FailureWords };

/** A passphrase box, and what the last attempt with it came to. What was wrong stays, selected, to be corrected. */
export function useAttempt() {
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [problem, setProblem] = useState<FailureWords | null>(null);
  const field = useRef<HTMLInputElement>(null);

  /** What was wrong is not said any more. */
  function clear(): void {
    setWrong(null);
    setProblem(null);
  }

  /** Runs it; `null` if nothing was wrong. */
  async function run(deed: () => Promise<Complaint | null>): Promise<Complaint | null> {
    setBusy(true);
    clear();
    const complaint = await deed();
    setBusy(false);
    if (complaint === null) return null;
    if ('problem' in complaint) setProblem(complaint.problem);
    else {
      setWrong(complaint.wrong);
      field.current?.focus();
      field.current?.select();
    }
    return complaint;
  }

  return { value, setValue, busy, wrong, problem, field, run, clear };
}

export type Attempt = ReturnType<typeof useAttempt>;

type SlotWords = {
  /** The passphrase is not theirs. */
  readonly wrong: string;
  /** The work could not be done: they are damaged, or memory is short. */
  readonly failed: Complaint;
  /** There is none; without this the same as `failed`. */
  readonly none?: Complaint;
};

/**
 * Gives the vault's passphrase slots (age files, base64) to what works on them in the passphrase worker.
 * @param work answers `null` if the passphrase is not theirs, and throws if it cannot be done
 */
export async function withSlots<T>(
  work: (slots: readonly string[]) => Promise<T | null>,
  { wrong, failed, none = failed }: SlotWords,
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly complaint: Complaint }> {
  const slots = await send('ui:slots', null);
  if (!slots.ok) return { ok: false, complaint: { problem: failureWords(slots.failure) } };
  const { passphrase } = slots.value;
  if (passphrase.length === 0) return { ok: false, complaint: none };
  try {
    const value = await work(passphrase);
    return value === null ? { ok: false, complaint: { wrong } } : { ok: true, value };
  } catch {
    return { ok: false, complaint: failed };
  }
}
