import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../text/text';

type Props = {
  readonly question: string;
  /** What the button that does it says. */
  readonly yes: string;
  /** What the button that changes nothing says; absent: "Keep". */
  readonly keep?: string;
  /** Nothing is destroyed by it: its button is one among others. */
  readonly harmless?: boolean;
  readonly busy?: boolean;
  readonly onYes: () => void;
  readonly onKeep: () => void;
};

/**
 * Asks once, in the place of the button that was pressed. "Keep" comes first and has the focus, so that
 * a second press of Enter, or a double click, does nothing.
 */
export function Ask({ question, yes, keep, harmless = false, busy = false, onYes, onKeep }: Props) {
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  return (
    <div class="ask" role="group" aria-labelledby={id}>
      <p id={id}>{question}</p>
      <div class="ask-do">
        <button class="btn btn-s" type="button" ref={first} aria-describedby={id} onClick={onKeep}>
          {keep ?? text('ask_keep')}
        </button>
        <button
          class={harmless ? 'btn btn-s' : 'btn btn-s btn-loss'}
          type="button"
          aria-disabled={busy}
          onClick={() => !busy && onYes()}
        >
          {yes}
        </button>
      </div>
    </div>
  );
}
