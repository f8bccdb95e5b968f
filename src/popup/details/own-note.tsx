import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { ListedToken } from '../../messages/protocol';
import { text } from '../../text/text';
import { failureLine } from '../../ui/failure';

type Props = {
  readonly token: ListedToken;
  readonly onChanged: (token: ListedToken) => void;
};

/** So long after the last letter it is kept, ms. */
const PAUSE_MS = 1_000;

/** What the user writes about the token. It is kept by itself: a popup closes with the first click beside it. */
export function OwnNote({ token, onChanged }: Props) {
  const [note, setNote] = useState(token.note ?? '');
  const [said, setSaid] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const kept = useRef(token.note ?? '');
  const latest = useRef(note);
  latest.current = note;

  async function keep(): Promise<void> {
    const own = latest.current.trim();
    if (own === kept.current) return;
    const before = kept.current;
    kept.current = own;
    const answer = await send('ui:edit', { id: token.id, note: own });
    if (!answer.ok) kept.current = before;
    setWrong(answer.ok ? null : failureLine(answer.failure));
    setSaid(answer.ok ? text('popup_note_kept') : '');
    if (answer.ok) onChanged({ ...token, note: own || undefined });
  }

  useEffect(() => {
    const timer = setTimeout(() => void keep(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [note]);
  useEffect(() => {
    const leave = () => void keep();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  return (
    <div class="sec">
      <label>
        <span class="label">{text('popup_note')}</span>
        <textarea
          class="field"
          rows={2}
          maxLength={4_000}
          value={note}
          onInput={({ currentTarget }) => {
            setSaid('');
            setNote(currentTarget.value);
          }}
          onBlur={() => void keep()}
        />
      </label>
      <p class="help" role="status">
        {said}
      </p>
      {wrong !== null && (
        <p class="help help-loss" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
