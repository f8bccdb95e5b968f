import type { ComponentChildren, RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import { text } from '../../text/text';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Whether it is a passphrase being chosen or one being recalled. */
  readonly fresh: boolean;
  readonly busy: boolean;
  /** What is wrong with it, or `null`. */
  readonly wrong: string | null;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Drawn between the field and what is wrong: the meter. */
  readonly children?: ComponentChildren;
};

/** A passphrase box that can show what is typed. It stays as it is while the key is made, only not editable. */
export function PassphraseField({ label, value, onValue, fresh, busy, wrong, field, children }: Props) {
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <div>
      <label class="label" for={id}>
        {label}
      </label>
      <div class="typed">
        <input
          class="field"
          id={id}
          ref={field}
          {...(shown ? { type: 'text' } : { type: 'password' })}
          value={value}
          readOnly={busy}
          autocomplete={fresh ? 'new-password' : 'current-password'}
          autocapitalize="none"
          spellcheck={false}
          aria-invalid={wrong !== null}
          aria-describedby={`${id}-help`}
          onInput={({ currentTarget }) => onValue(currentTarget.value)}
        />
        <button
          class="btn btn-quiet btn-s"
          type="button"
          aria-pressed={shown}
          aria-controls={id}
          onClick={() => setShown(!shown)}
        >
          {text('passphrase_show')}
        </button>
      </div>
      <div id={`${id}-help`}>
        {children}
        {wrong !== null && (
          <p class="help help-loss" role="alert">
            {wrong}
          </p>
        )}
      </div>
    </div>
  );
}
