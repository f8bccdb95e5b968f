/** What the page "Ending soon" shows of an open vault, and that it was seen. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Answer, Failure, Status } from '../../messages/protocol';
import { LISTED_DAYS } from '../../tokens/ending';

type Listed = Extract<Answer<'ui:ending'>, { ok: true }>['value'];
export type EndingToken = Listed['tokens'][number];

export type Ending = {
  /** `null` as long as the vault is not open, and until the answer is there. */
  readonly listed: Listed | null;
  readonly failure: Failure | null;
};

const NOTHING: Ending = { listed: null, failure: null };

/** Asked again whenever tokens or reminders have come or gone. */
export function useEnding(status: Status | null): Ending {
  const [ending, setEnding] = useState(NOTHING);
  const open = status?.vault === 'unlocked';
  const changes = `${status?.count} ${status?.ending?.count} ${status?.ending?.within}`;
  useEffect(() => {
    if (!open) return setEnding(NOTHING);
    let left = false;
    void send('ui:ending', { days: LISTED_DAYS }).then((answer) => {
      if (left) return;
      setEnding(
        answer.ok ? { listed: answer.value, failure: null } : { listed: null, failure: answer.failure },
      );
    });
    return () => {
      left = true;
    };
  }, [open, changes]);
  return ending;
}

/** Tells once the element is on the screen, in a tab that is looked at. @param wanted whether there is anything to tell */
export function useSeen(element: RefObject<HTMLElement | null>, wanted: boolean, onSeen: () => void): void {
  useEffect(() => {
    if (!wanted || !element.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      onSeen();
    });
    observer.observe(element.current);
    return () => observer.disconnect();
    // `onSeen` is another one with each drawing, and does the same.
  }, [element, wanted]);
}
