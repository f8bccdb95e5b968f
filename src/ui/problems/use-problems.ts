/** What the open vault has to say of its records; asked again whenever their number changes. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Failure, Notice, Problem, Status } from '../../messages/protocol';

export type Known = { readonly problems: readonly Problem[]; readonly notices: readonly Notice[] };

export type Problems = {
  readonly known: Known | null;
  readonly failure: Failure | null;
  readonly ask: () => Promise<void>;
};

/** @param wanted whether to ask at all; `known` is emptied when the vault locks */
export function useProblems(
  status: Pick<Status, 'vault' | 'problems' | 'count'> | null,
  wanted: boolean,
): Problems {
  const [known, setKnown] = useState<Known | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const open = status?.vault === 'unlocked';
  const asks = open && wanted;

  const ask = useCallback(async () => {
    const answer = await send('ui:problems', null);
    // Locked meanwhile: that is no problem of a token.
    setFailure(answer.ok || answer.failure === 'locked' ? null : answer.failure);
    if (answer.ok) setKnown(answer.value);
  }, []);

  useEffect(() => {
    if (asks) void ask();
    else setKnown(null);
  }, [asks, status?.problems, status?.count, ask]);

  return { known: asks ? known : null, failure, ask };
}
