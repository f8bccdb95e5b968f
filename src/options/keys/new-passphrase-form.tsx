import type { ComponentChildren } from 'preact';
import { useAttempt, type Complaint } from '../../ui/passphrase/attempt';
import { loadEstimator } from '../../ui/passphrase/judge';
import { NewPassphraseFields, useNewPassphrase } from '../../ui/passphrase/new-passphrase';
import { RowForm } from '../form-row';
import { CurrentPassphraseField } from './current-passphrase';

type Props = {
  readonly does: string;
  readonly busyWords: string;
  readonly deed: (current: string, next: string) => Promise<Complaint | null>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  /** What has to be known before. */
  readonly children: ComponentChildren;
};

/** The current passphrase and a new one. Everything stays typed in while something is wrong. */
export function NewPassphraseForm({ does, busyWords, deed, onDone, onCancel, children }: Props) {
  const current = useAttempt();
  const next = useNewPassphrase();

  async function submit(): Promise<void> {
    const passphrase = await next.check(current.value);
    if (passphrase === null) return;
    const complaint = await current.run(() => deed(current.value, passphrase));
    if (complaint === null) onDone();
  }

  return (
    <RowForm
      {...{ does, busyWords, onCancel }}
      busy={current.busy}
      problem={current.problem}
      onSubmit={() => void submit()}
    >
      {children}
      <div class="row-form-fields" onFocusIn={() => void loadEstimator()}>
        <CurrentPassphraseField current={current} />
        <NewPassphraseFields next={next} busy={current.busy} />
      </div>
    </RowForm>
  );
}
