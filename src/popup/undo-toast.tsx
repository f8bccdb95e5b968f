import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser';
import type { Undo } from '../messages/protocol';
import { text } from '../text/text';
import { failureLine } from '../ui/failure';
import { hostOf, tokenName } from '../ui/naming';

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

/** Ctrl+Z, or Command+Z, where nobody is writing a text that has an Undo of its own. */
function useUndoKey(undo: () => void, on: boolean): void {
  useEffect(() => {
    if (!on) return;
    function onKeyDown(event: KeyboardEvent): void {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      const box = event.target instanceof HTMLInputElement ? event.target.value : '';
      if (!isUndo || box !== '' || event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      undo();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
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

  useUndoKey(() => void takeBack(), offer !== null);
  return (
    <div class={offer ? 'toast' : 'unseen'} ref={box} role="status">
      {offer && (
        <>
          <p>
            {text('popup_deleted', { name: tokenName(offer) })}
            <span>{wrong ?? text('popup_still_works', { host: hostOf(offer) })}</span>
          </p>
          <button class="btn btn-s" type="button" onClick={() => void takeBack()}>
            {text('popup_undo')}
          </button>
        </>
      )}
    </div>
  );
}
