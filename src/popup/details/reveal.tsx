import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { ListedToken } from '../../messages/protocol';
import { text } from '../../text/text';
import { failureLine } from '../../ui/failure';
import { Eye } from '../../ui/mark';
import { tokenName } from '../../ui/naming';

/** What is shown for as long as the button is held. */
export type Revealed = { readonly words: string; readonly wrong: boolean };

/** The token is asked for when it is held, and let go of when it is let go. */
function useHold(id: string, onRevealed: (revealed: Revealed | null) => void) {
  const held = useRef(0);
  const hide = () => {
    held.current += 1;
    onRevealed(null);
  };
  async function show(): Promise<void> {
    held.current += 1;
    const turn = held.current;
    const answer = await send('ui:reveal', { id });
    if (turn !== held.current) return;
    onRevealed(
      answer.ok ? { words: answer.value, wrong: false } : { words: failureLine(answer.failure), wrong: true },
    );
  }
  // Somebody who looks away leaves nothing on the screen.
  useEffect(() => {
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', hide);
      held.current += 1;
    };
  }, []);
  return { show, hide };
}

type Props = {
  readonly token: ListedToken;
  readonly onRevealed: (revealed: Revealed | null) => void;
};

/** "Show", by mouse, finger, Space or Enter: only while it is held. */
export function RevealButton({ token, onRevealed }: Props) {
  const { show, hide } = useHold(token.id, onRevealed);
  const [down, setDown] = useState(false);
  const begin = () => {
    setDown(true);
    void show();
  };
  const end = () => {
    setDown(false);
    hide();
  };
  const isKey = ({ key }: KeyboardEvent) => key === ' ' || key === 'Enter';
  return (
    <button
      class="btn"
      type="button"
      aria-label={text('popup_reveal_name', { name: tokenName(token) })}
      aria-pressed={down}
      title={text('popup_reveal_title')}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        begin();
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (!isKey(event)) return;
        event.preventDefault();
        if (!event.repeat) begin();
      }}
      onKeyUp={(event) => isKey(event) && end()}
      onBlur={end}
    >
      <Eye lid={down ? 'open' : 'closed'} />
      {text('popup_reveal')}
    </button>
  );
}

export function RevealedToken({ revealed }: { revealed: Revealed }) {
  if (revealed.wrong) return <p class="help help-loss pad-x">{revealed.words}</p>;
  return (
    <p class="revealed">
      <code translate={false}>{revealed.words}</code>
    </p>
  );
}
