/** Where the vault stands, for every page of ours. The background never speaks first, so pages ask. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
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
 * @param first an answer that is under way already, so that a page need not wait for its own first render
 */
export function useStatus(first?: Promise<Answer<'ui:status'>>): Standing {
  const [status, setStatus] = useState<Status | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asked = useRef(0);
  const shown = useRef('');

  const take = useCallback(async (asking: Promise<Answer<'ui:status'>>): Promise<Status | null> => {
    asked.current += 1;
    const turn = asked.current;
    const answer = await asking;
    // An answer that a later question has overtaken would show the past.
    if (turn === asked.current) {
      setFailure(answer.ok ? null : answer.failure);
      const text = answer.ok ? JSON.stringify(answer.value) : shown.current;
      if (answer.ok && text !== shown.current) setStatus(answer.value);
      shown.current = text;
    }
    return answer.ok ? answer.value : null;
  }, []);

  const refresh = useCallback(() => take(send('ui:status', null)), [take]);

  useEffect(() => {
    void take(first ?? send('ui:status', null));
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
  }, [first, take, refresh]);

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
