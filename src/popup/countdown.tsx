/** The seconds until a copy is cleared, as a ring and a number. */
import { useContext, useEffect, useState } from 'preact/hooks';
import { grouped } from '../text/dates';
import { counted, text } from '../text/text';
import { Icon } from '../ui/mark';
import { ClearingContext, type Clearing } from './clearing';

/** Later than this it was not possible, and the background tries again every minute, ms. */
const LATE_MS = 5_000;

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

/** How long what was copied stays, in the footer. A screen reader finds the seconds, and does not say each of them. */
export function Countdown() {
  const clearing = useContext(ClearingContext);
  const clearsAt = clearing?.clipboard.clearsAt ?? null;
  return clearing && clearsAt !== null ? (
    <Counting {...clearing} until={Date.parse(clearsAt)} seconds={clearing.clipboard.seconds} />
  ) : null;
}

/** The same in the row of the token that was copied, for the eye alone: the footer says it. */
export function CopiedMark() {
  const clearing = useContext(ClearingContext);
  const clearsAt = clearing?.clipboard.clearsAt ?? null;
  return clearing && clearsAt !== null ? (
    <CountingMark until={Date.parse(clearsAt)} seconds={clearing.clipboard.seconds} />
  ) : (
    <Icon is="check" />
  );
}

type Count = { readonly until: number; readonly seconds: number };

function CountingMark({ until, seconds }: Count) {
  const { left, late } = useSecondsLeft(until);
  if (late) return <Icon is="check" />;
  return (
    // Drawn by the style sheet: as text it would be a part of what the button says, and not of its name.
    <span class="count" data-left={grouped(left)} aria-hidden="true">
      <Ring part={Math.min(1, left / seconds)} />
    </span>
  );
}

function Counting({ until, seconds, clearNow }: Count & Pick<Clearing, 'clearNow'>) {
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
