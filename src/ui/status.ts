/** Where the vault stands, for every page of ours. The background never speaks first, so pages ask. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser';
import type { Answer, Failure, Status } from '../messages/protocol';

/** How often a visible page asks, ms. */
const ASK_EVERY_MS = 2_000;

export type Standing = {
  /** `null` until the first answer. */
  readonly status: Status | null;
  /** Why the last question had no answer, or `null`. */
  readonly failure: Failure | null;
  /** Asks now; resolves with the new status, or `null` if there was no answer. */
  readonly refresh: () => Promise<Status | null>;
};

/**
 * Asks at once, every two seconds while visible, and whenever the window regains focus.
 * @param first an answer that is here already, for a page that draws nothing before it
 */
export function useStatus(first?: Answer<'ui:status'>): Standing {
  const [status, setStatus] = useState<Status | null>(first?.ok ? first.value : null);
  const [failure, setFailure] = useState<Failure | null>(first && !first.ok ? first.failure : null);
  const asked = useRef(0);
  const shown = useRef(first?.ok ? JSON.stringify(first.value) : '');

  const refresh = useCallback(async (): Promise<Status | null> => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await send('ui:status', null);
    // An answer that a later question has overtaken would show the past.
    if (turn === asked.current) {
      setFailure(answer.ok ? null : answer.failure);
      const text = answer.ok ? JSON.stringify(answer.value) : shown.current;
      if (answer.ok && text !== shown.current) setStatus(answer.value);
      shown.current = text;
    }
    return answer.ok ? answer.value : null;
  }, []);

  // A layout effect, for the others wait for a frame, which has nothing in it yet.
  useLayoutEffect(() => {
    if (!first) void refresh();
  }, [first, refresh]);

  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') void refresh();
    };
    const timer = setInterval(ask, ASK_EVERY_MS);
    window.addEventListener('focus', ask);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', ask);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [refresh]);

  return { status, failure, refresh };
}

/** The time, renewed often enough for "2 min ago" and "Locks in 9 min". */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
