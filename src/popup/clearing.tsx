/** What becomes of a copy: the countdown in the footer, "Clear now", and what is said once. */
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser';
import type { Clipboard, Settings } from '../messages/protocol';
import { gap } from '../text/dates';
import { counted, text } from '../text/text';

/** The background needs about 300 ms to clear. Then it is asked how that went. */
const ASKED_AFTER_MS = 700;
/** Later than this it was not possible, and the background tries again every minute, ms. */
const LATE_MS = 5_000;

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

/** Whole seconds until then, rounded up; drawn anew at each of them, and when it is late. */
function useSecondsLeft(until: number): { readonly left: number; readonly late: boolean } {
  const [steps, setSteps] = useState(0);
  const ms = until - Date.now();
  useEffect(() => {
    const rest = until - Date.now();
    if (rest + LATE_MS < 0) return;
    const next = rest > 0 ? rest % 1_000 : rest + LATE_MS;
    const timer = setTimeout(() => setSteps(steps + 1), next + 1);
    return () => clearTimeout(timer);
  }, [until, steps]);
  return { left: Math.max(0, Math.ceil(ms / 1_000)), late: ms + LATE_MS < 0 };
}

/** The length of the ring's circle, in the units of its picture. */
const AROUND = 2 * Math.PI * 6;

function Ring({ part }: { part: number }) {
  return (
    <svg class="ring" viewBox="0 0 16 16" aria-hidden="true">
      <circle class="ring-whole" cx="8" cy="8" r="6" />
      <circle
        class="ring-left"
        cx="8"
        cy="8"
        r="6"
        stroke-dasharray={AROUND}
        stroke-dashoffset={AROUND * (1 - part)}
      />
    </svg>
  );
}

/** How long what was copied stays. A screen reader finds the seconds, and does not say each of them. */
export function Countdown() {
  const clearing = useContext(ClearingContext);
  const clearsAt = clearing?.clipboard.clearsAt ?? null;
  return clearing && clearsAt !== null ? (
    <Counting {...clearing} until={Date.parse(clearsAt)} seconds={clearing.clipboard.seconds} />
  ) : null;
}

type CountingProps = Pick<Clearing, 'clearNow'> & { readonly until: number; readonly seconds: number };

function Counting({ until, seconds, clearNow }: CountingProps) {
  const { left, late } = useSecondsLeft(until);
  return (
    <>
      <Ring part={Math.min(1, left / seconds)} />
      <span class="keep" role="timer">
        {late ? text('clipboard_late') : counted('clipboard_clears_in', left)}
      </span>
      <button class="btn btn-quiet btn-s keep end" type="button" onClick={clearNow}>
        {text('clipboard_clear_now')}
      </button>
    </>
  );
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
