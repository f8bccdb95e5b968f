import { useRef, useState } from 'preact/hooks';
import { PassphraseField } from '../../ui/passphrase/field';
import type { FailureWords } from '../../ui/failure';
import type { Wrong } from './deeds';

/** The current passphrase, typed once more, and what a deed with it came to. */
export function useCurrentPassphrase() {
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [problem, setProblem] = useState<FailureWords | null>(null);
  const field = useRef<HTMLInputElement>(null);

  /** Runs it; `true` if nothing was wrong. */
  async function run(deed: () => Promise<Wrong | null>): Promise<boolean> {
    setBusy(true);
    setWrong(null);
    setProblem(null);
    const result = await deed();
    setBusy(false);
    if (result === null) return true;
    if ('problem' in result) setProblem(result.problem);
    else {
      setWrong(result.current);
      field.current?.focus();
      field.current?.select();
    }
    return false;
  }

  return { value, setValue, busy, wrong, problem, field, run };
}

export type CurrentPassphrase = ReturnType<typeof useCurrentPassphrase>;

export function CurrentPassphraseField({ current }: { current: CurrentPassphrase }) {
  const { value, setValue, busy, wrong, field } = current;
  return (
    <PassphraseField
      label="Current passphrase"
      {...{ value, busy, wrong, field }}
      onValue={setValue}
      fresh={false}
    />
  );
}
