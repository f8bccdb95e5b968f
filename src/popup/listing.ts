/** The tokens that match a search, asked for in chunks of 50 as they come into view. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser';
import { LIST_CHUNK } from '../messages/limits';
import type { Answer, Failure, ListedToken, ListFilter, Listing, Progress } from '../messages/protocol';

/** How soon a list that is still being made is asked for again, ms. */
const ASK_AGAIN_MS = 300;

/** What is known of a list so far. */
export type Known = {
  /** The search this answers; it lags behind what is typed until the answer is here. */
  readonly query: string;
  readonly matching: number;
  /** All that can be opened. */
  readonly total: number;
  readonly providers: readonly string[];
  readonly ending: number;
  /** How many need attention. */
  readonly problems: number;
  /** Set while the list is being made: what is here is not all. */
  readonly opening: Progress | null;
  readonly chunks: ReadonlyMap<number, readonly ListedToken[]>;
};

export type Listed = {
  /** `null` until the first answer. */
  readonly known: Known | null;
  readonly failure: Failure | null;
  /** Asks for the chunks that are not here yet. */
  readonly need: (chunks: readonly number[]) => void;
  /** Takes a token out that was just deleted; the next answer puts the rest in its place. */
  readonly forget: (id: string) => void;
};

/** The answer that was asked for before anything was drawn; `undefined` once it was taken. */
export type TakeEarly = () => Promise<Answer<'ui:list'>> | undefined;

/** The token in a row, or `undefined` while its chunk is on the way. */
export function tokenAt(known: Known, row: number): ListedToken | undefined {
  return known.chunks.get(Math.floor(row / LIST_CHUNK))?.[row % LIST_CHUNK];
}

function knownFrom(query: string, { tokens, ...listing }: Listing, chunk: number): Known {
  return { query, ...listing, chunks: new Map([[chunk, tokens]]) };
}

function without(known: Known, id: string): Known {
  const chunks = [...known.chunks].map(
    ([at, tokens]) => [at, tokens.filter((token) => token.id !== id)] as const,
  );
  return { ...known, matching: known.matching - 1, total: known.total - 1, chunks: new Map(chunks) };
}

/** A list that is being made grows: what is drawn stays, and is renewed part by part as it is in view. */
function useWhileOpening(known: Known | null, askAgain: () => void): void {
  useEffect(() => {
    if (!known?.opening) return;
    const timer = setTimeout(askAgain, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [known, askAgain]);
}

type Wanted = {
  readonly query: string;
  readonly filter: ListFilter | null;
  /** A text that changes whenever the list may have changed. */
  readonly version: string;
  /** Gives the answer for the whole list that is under way already, once. */
  readonly takeEarly: TakeEarly;
};

const askFor = (query: string, filter: ListFilter | null, from: number): Promise<Answer<'ui:list'>> =>
  send('ui:list', { query, from, count: LIST_CHUNK, ...(filter && { filter }) });

/** Asks as it is needed, and again whenever something else is wanted. */
export function useListing({ query, filter, version, takeEarly }: Wanted): Listed {
  const [known, setKnown] = useState<Known | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const turn = useRef(0);
  const asked = useRef(new Set<number>());

  const ask = useCallback(
    async (mine: number, asking: Promise<Answer<'ui:list'>>, text: string, chunk: number, keep: boolean) => {
      const answer = await asking;
      // A later search has begun: this answer would show the past.
      if (mine !== turn.current) return;
      setFailure(answer.ok ? null : answer.failure);
      if (!answer.ok) {
        asked.current.delete(chunk);
        return;
      }
      const fresh = knownFrom(text, answer.value, chunk);
      setKnown((old) =>
        keep && old ? { ...fresh, chunks: new Map([...old.chunks, ...fresh.chunks]) } : fresh,
      );
    },
    [],
  );

  // A layout effect, for the others wait for the next frame: an answer that is here already belongs in this one.
  useLayoutEffect(() => {
    turn.current += 1;
    asked.current = new Set([0]);
    const fresh = () => askFor(query, filter, 0);
    // What was asked while the vault was still locked is no answer any more.
    const early =
      query === '' && !filter ? takeEarly()?.then((answer) => (answer.ok ? answer : fresh())) : undefined;
    void ask(turn.current, early ?? fresh(), query, 0, false);
  }, [query, filter, version, takeEarly, ask]);

  const askAgain = useCallback(() => {
    turn.current += 1;
    asked.current = new Set([0]);
    void ask(turn.current, askFor(query, filter, 0), query, 0, true);
  }, [query, filter, ask]);
  useWhileOpening(known, askAgain);

  const need = useCallback(
    (chunks: readonly number[]) => {
      for (const chunk of chunks) {
        if (asked.current.has(chunk)) continue;
        asked.current.add(chunk);
        void ask(turn.current, askFor(query, filter, chunk * LIST_CHUNK), query, chunk, true);
      }
    },
    [query, filter, ask],
  );

  const forget = useCallback((id: string) => setKnown((old) => old && without(old, id)), []);

  return { known, failure, need, forget };
}
