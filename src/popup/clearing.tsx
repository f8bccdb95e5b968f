/** What becomes of a copy: when it is cleared, and what is said of that once. */
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef } from 'preact/hooks';
import { send } from '../browser';
import type { Clipboard, Settings } from '../messages/protocol';
import { gap } from '../text/dates';
import { text } from '../text/text';

/** The background needs about 300 ms to clear. Then it is asked how that went. */
const ASKED_AFTER_MS = 700;

export type Clearing = {
  readonly clipboard: Clipboard;
  readonly clearNow: () => void;
  /** Called with what the user has read. */
  readonly read: (note: Clipboard['untold'][number]) => void;
};

/** For the footer of every view. */
export const ClearingContext = createContext<Clearing | null>(null);

const ENDED = {
  cleared: 'clipboard_cleared',
  other: 'clipboard_left',
  failed: 'clipboard_failed',
} as const;

const TOLD = {
  'may-remove': { toldMayRemove: true },
  history: { toldHistory: true },
} as const satisfies Record<Clipboard['untold'][number], Partial<Settings>>;

/**
 * Says when a copy was cleared. `done` says a sentence, asks for the status, and finds the focus again,
 * which may have been on what goes away.
 */
export function useClearing(
  clipboard: Clipboard | undefined,
  done: (words: string | null) => void,
): Clearing | null {
  const clearsAt = clipboard?.clearsAt ?? null;
  const before = useRef(clearsAt);
  const ended = clipboard?.ended ?? null;
  const tell = useRef(done);
  tell.current = done;

  useEffect(() => {
    if (before.current !== null && clearsAt === null && ended) tell.current(text(ENDED[ended]));
    before.current = clearsAt;
    if (clearsAt === null) return;
    const left = Date.parse(clearsAt) - Date.now();
    const timer = setTimeout(() => tell.current(null), Math.max(0, left) + ASKED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [clearsAt, ended]);

  const clearNow = useCallback(() => void send('ui:clear-now', null).then(() => tell.current(null)), []);
  const read = useCallback((note: Clipboard['untold'][number]) => {
    void send('ui:set-settings', TOLD[note]).then(() => tell.current(null));
  }, []);
  return clipboard ? { clipboard, clearNow, read } : null;
}

/** Said once each, one after the other, until it was read. */
export function CopyNote() {
  const clearing = useContext(ClearingContext);
  const note = clearing?.clipboard.untold[0];
  if (!clearing || note === undefined) return null;
  return (
    <section class="note copy-note" aria-label={text('clipboard_note')}>
      <p>
        {note === 'history' ? (
          text('clipboard_may_be_kept')
        ) : (
          <>
            {text('clipboard_may_remove')}
            {gap()}
            <a class="link" href="../options/options.html#vault" target="_blank" rel="noreferrer">
              {text('clipboard_let_compare')}
            </a>
          </>
        )}
      </p>
      <button class="btn btn-s" type="button" onClick={() => clearing.read(note)}>
        {text('clipboard_ok')}
      </button>
    </section>
  );
}
