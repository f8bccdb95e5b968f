import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Check, ListedToken } from '../../messages/protocol';
import type { Told } from '../../providers/provider';
import { text } from '../../text/text';
import { newsOf } from '../../tokens/told';
import { Ask } from '../../ui/ask';
import { failureLine } from '../../ui/failure';
import { hostOf } from '../../ui/naming';
import { changesOf } from './check-words';

type Props = {
  readonly token: ListedToken;
  readonly check: Check;
  readonly told: Told;
  readonly onFilled: (token: ListedToken) => void;
};

/** What the site told otherwise than the record, line by line, and the button that writes it; it asks first. */
export function FillIn({ token, check, told, onFilled }: Props) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const kept = useRef(false);
  useEffect(() => {
    if (!asking && kept.current) opener.current?.focus();
    kept.current = asking;
  }, [asking]);
  const changes = changesOf(token, newsOf(token, told));

  async function fill(): Promise<void> {
    setBusy(true);
    const answer = await send('ui:fill-in', { id: token.id, click: check.click });
    setBusy(false);
    setAsking(false);
    if (answer.ok) onFilled(answer.value);
    else setWrong(failureLine(answer.failure));
  }

  if (changes.length === 0) return null;
  return (
    <div class="fill">
      <p>{text('check_fill_lead', { host: hostOf(token) })}</p>
      <dl class="changes">
        {changes.map(({ label, was, is }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text('check_change', { was, is })}</dd>
          </div>
        ))}
      </dl>
      {asking ? (
        <Ask
          question={text('check_fill_question')}
          yes={text('check_fill')}
          keep={text('check_fill_keep')}
          harmless
          busy={busy}
          onYes={() => void fill()}
          onKeep={() => setAsking(false)}
        />
      ) : (
        <button class="btn btn-s" type="button" ref={opener} onClick={() => setAsking(true)}>
          {text('check_fill')}
        </button>
      )}
      {wrong !== null && (
        <p class="help help-loss" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}
