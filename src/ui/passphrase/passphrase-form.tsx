import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { text } from '../../text/text';
import { FailureNote } from '../failure-note';
import type { Attempt } from './attempt';
import { PassphraseField } from './field';
import { loadWorker } from './work';

type Props = {
  readonly attempt: Attempt;
  /** What its button says. */
  readonly does: string;
  readonly busyWords: string;
  readonly focused: boolean;
  readonly onSubmit: () => void;
  /** Other ways than the passphrase. */
  readonly children?: ComponentChildren;
};

/** One passphrase and one button. */
export function PassphraseForm({ attempt, does, busyWords, focused, onSubmit, children }: Props) {
  const { value, setValue, busy, wrong, problem, field } = attempt;
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused, field]);
  return (
    <form
      class="unlock"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      <PassphraseField
        label={text('passphrase_label')}
        {...{ value, busy, wrong, field }}
        onValue={(typed) => {
          loadWorker();
          setValue(typed);
        }}
        fresh={false}
      />
      {problem && <FailureNote words={problem} />}
      <button class="btn btn-primary btn-wide" type="submit" aria-disabled={busy}>
        {does}
      </button>
      {children}
      <p class="help" role="status">
        {busy ? busyWords : ''}
      </p>
    </form>
  );
}
