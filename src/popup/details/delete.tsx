import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { ListedToken } from '../../messages/protocol';
import { Ask } from '../../ui/ask';
import { failureLine } from '../../ui/failure';
import { hostOf, tokenName } from '../../ui/naming';

type Props = {
  readonly token: ListedToken;
  /** Called when it is deleted, with a sentence for the status line. */
  readonly onDeleted: (words: string) => void;
};

/** Deletes a token here, after it was asked once. What still works elsewhere is said before and after. */
export function Delete({ token, onDeleted }: Props) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const kept = useRef(false);
  const name = tokenName(token);
  const elsewhere = `It still works on ${hostOf(token)}.`;

  useEffect(() => {
    if (!asking && kept.current) opener.current?.focus();
    kept.current = asking;
  }, [asking]);

  async function remove(): Promise<void> {
    setBusy(true);
    const answer = await send('ui:delete', { id: token.id });
    setBusy(false);
    if (answer.ok) return onDeleted(`Deleted ${name} here. ${elsewhere}`);
    setWrong(failureLine(answer.failure));
    setAsking(false);
  }

  return (
    <div class="sec delete">
      {asking ? (
        <Ask
          question={`Delete ${name} here? ${elsewhere}`}
          yes="Delete"
          busy={busy}
          onYes={() => void remove()}
          onKeep={() => setAsking(false)}
        />
      ) : (
        <button class="btn btn-s btn-loss" type="button" ref={opener} onClick={() => setAsking(true)}>
          Delete
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
