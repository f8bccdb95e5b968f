import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { text } from '../../text/text';
import { FailureNote } from '../failure-note';
import { useCreateVault, type Making } from './create';
import { PassphraseField } from './field';
import { judge, loadEstimator } from './judge';
import { Meter, useVerdict } from './meter';

type Wrong = { readonly field: 'first' | 'second'; readonly words: string };

type Props = {
  /** Words that somebody who knows the user would try first. */
  readonly known: readonly string[];
  readonly onMaking: (making: Making) => void;
  /** Drawn above the fields. */
  readonly children?: ComponentChildren;
};

/** A passphrase of one's own, typed twice. Says what is wrong before anything is made, and keeps what was typed. */
export function CreateForm({ known, onMaking, children }: Props) {
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const firstField = useRef<HTMLInputElement>(null);
  const secondField = useRef<HTMLInputElement>(null);
  const { busy, problem, create } = useCreateVault(onMaking);
  const verdict = useVerdict(first, known);

  function complain(complaint: Wrong): void {
    setWrong(complaint);
    const field = complaint.field === 'first' ? firstField.current : secondField.current;
    field?.focus();
    field?.select();
  }

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setWrong(null);
    if ((await judge(first, known)) === 'refused')
      complain({ field: 'first', words: text('passphrase_create_weak') });
    // Two keyboards may write the same letter differently; the vault's bytes are those of NFC.
    else if (first.normalize('NFC') !== second.normalize('NFC'))
      complain({ field: 'second', words: text('passphrase_create_different') });
    else await create(first);
  }

  return (
    <form class="create" onSubmit={(event) => void submit(event)} onFocusIn={() => void loadEstimator()}>
      <div class="create-fields">
        {children}
        <div class="create-pair">
          <PassphraseField
            label={text('passphrase_label')}
            value={first}
            onValue={setFirst}
            fresh
            busy={busy}
            wrong={wrong?.field === 'first' ? wrong.words : null}
            field={firstField}
          >
            <Meter verdict={verdict} />
          </PassphraseField>
          <PassphraseField
            label={text('passphrase_repeat')}
            value={second}
            onValue={setSecond}
            fresh
            busy={busy}
            wrong={wrong?.field === 'second' ? wrong.words : null}
            field={secondField}
          />
        </div>
        {problem && <FailureNote words={problem} />}
      </div>
      <CreateButton busy={busy} />
    </form>
  );
}

/** The one button that makes the vault, and what it is doing. */
export function CreateButton({ busy }: { busy: boolean }) {
  return (
    <div class="create-do">
      <button class="btn btn-primary" type="submit" aria-disabled={busy}>
        {text('passphrase_create')}
      </button>
      <span class="muted small" role="status">
        {busy ? text('passphrase_creating') : ''}
      </span>
    </div>
  );
}
