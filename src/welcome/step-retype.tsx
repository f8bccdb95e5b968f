import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../text/text';
import { FailureNote } from '../ui/failure-note';
import { CreateButton } from '../ui/passphrase/create-form';
import { useCreateVault, type Making } from '../ui/passphrase/create';
import { isWord, positionsToRetype } from '../ui/passphrase/words';

type Props = {
  readonly words: readonly string[];
  readonly onMaking: (making: Making) => void;
  /** Called with `true` once both words were retyped: from then on the words are covered. */
  readonly onFit: (fit: boolean) => void;
  readonly children: ComponentChildren;
};

/** Two of the generated words, typed from what was written down, before the vault is made. */
export function RetypeForm({ words, onMaking, onFit, children }: Props) {
  const [positions] = useState(() => positionsToRetype());
  const [typed, setTyped] = useState<readonly string[]>(['', '']);
  const [checked, setChecked] = useState(false);
  const fields = useRef<HTMLDivElement>(null);
  const { busy, problem, create } = useCreateVault(onMaking);
  const right = positions.map((position, at) => isWord(words, position, typed[at] ?? ''));
  const fit = right.every(Boolean);

  useEffect(() => {
    if (fit) onFit(true);
  }, [fit]);

  function submit(event: Event): void {
    event.preventDefault();
    if (busy) return;
    setChecked(true);
    if (fit) return void create(words.join(' '));
    const field = fields.current?.querySelectorAll('input')[right.indexOf(false)];
    field?.focus();
    field?.select();
  }

  return (
    <form class="create" onSubmit={submit}>
      <div class="create-fields">
        {children}
        <div class="create-pair" ref={fields}>
          {positions.map((position, at) => (
            <RetypedWord
              key={position}
              number={position + 1}
              value={typed[at] ?? ''}
              busy={busy}
              wrong={checked && !right[at]}
              onValue={(value) => {
                setChecked(false);
                setTyped(typed.with(at, value));
              }}
            />
          ))}
        </div>
        <p class="help" role="status">
          {fit ? text('welcome_words_fit') : text('welcome_words_retype')}
        </p>
        {problem && <FailureNote words={problem} />}
      </div>
      <CreateButton busy={busy} />
    </form>
  );
}

type WordProps = {
  /** Counted from 1. */
  readonly number: number;
  readonly value: string;
  readonly busy: boolean;
  readonly wrong: boolean;
  readonly onValue: (value: string) => void;
};

function RetypedWord({ number, value, busy, wrong, onValue }: WordProps) {
  return (
    <label>
      <span class="label">{text('welcome_word', { number: String(number) })}</span>
      <input
        class="field mono"
        type="text"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        readOnly={busy}
        value={value}
        aria-invalid={wrong}
        aria-describedby={wrong ? `word-${number}` : undefined}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
      {wrong && (
        <span class="help help-loss" id={`word-${number}`} role="alert">
          {text('welcome_word_wrong', { number: String(number) })}
        </span>
      )}
    </label>
  );
}
