import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser';
import type { Undo } from '../messages/protocol';
import { text } from '../text/text';
import { failureLine } from '../ui/failure';
import { knownHostOf, tokenName } from '../ui/naming';

type Props = {
  readonly undo: Undo | null;
  /** Called when the token is back. */
  readonly onUndone: () => void;
};

/** How soon it is looked again whether somebody is still with it, ms. */
const LOOK_MS = 500;

/** The offer, until its time is over and nobody is with it: hovered or focused, it stays. */
function useOffer(undo: Undo | null) {
  const box = useRef<HTMLDivElement>(null);
  const [offer, setOffer] = useState<Undo | null>(undo);
  useEffect(() => {
    if (undo) setOffer(undo);
  }, [undo]);
  useEffect(() => {
    if (!offer) return;
    const timer = setInterval(() => {
      const isOver = Date.parse(offer.until) <= Date.now();
      if (isOver && !box.current?.matches(':hover, :focus-within')) setOffer(null);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [offer]);
  return { box, offer, end: () => setOffer(null) };
}

/** Ctrl+Z, or Command+Z, unless something was typed since: then the box takes back what was typed. */
function useUndoKey(undo: () => void, id: string | undefined): void {
  const latest = useRef(undo);
  latest.current = undo;
  useEffect(() => {
    if (id === undefined) return;
    let typed = false;
    const onInput = () => {
      typed = true;
    };
    function onKeyDown(event: KeyboardEvent): void {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || typed) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener('input', onInput);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('input', onInput);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [id]);
}

function stillWorks(token: Undo): string {
  const host = knownHostOf(token);
  return host === null ? text('popup_still_works_nowhere') : text('popup_still_works', { host });
}

/** Says what was deleted and what still works elsewhere, and offers to take it back. */
export function UndoToast({ undo, onUndone }: Props) {
  const { box, offer, end } = useOffer(undo);
  const [wrong, setWrong] = useState<string | null>(null);

  async function takeBack(): Promise<void> {
    if (!offer) return;
    const answer = await send('ui:undo-delete', { id: offer.id });
    setWrong(answer.ok ? null : failureLine(answer.failure));
    if (!answer.ok) return;
    end();
    onUndone();
  }

  useUndoKey(() => void takeBack(), offer?.id);
  return (
    <div class={offer ? 'toast' : 'unseen'} ref={box} role="status">
      {offer && (
        <>
          <p>
            {text('popup_deleted', { name: tokenName(offer) })}
            <span>{wrong ?? stillWorks(offer)}</span>
          </p>
          <button class="btn btn-s" type="button" onClick={() => void takeBack()}>
            {text('popup_undo')}
          </button>
        </>
      )}
    </div>
  );
}
