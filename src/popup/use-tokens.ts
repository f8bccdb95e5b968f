/** What is wanted of the list, what is shown of it, and what typing, keys and clicks change of both. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser';
import type { ListedToken, ListFilter, Status } from '../messages/protocol';
import { failureLine } from '../ui/failure';
import { snippetsOf } from '../providers';
import { copyToken, type Copied } from './copy';
import { tokenAt, useListing, type Listed, type TakeEarly } from './listing';
import type { Deed } from './navigation';

type Given = {
  readonly status: Status;
  readonly takeEarly: TakeEarly;
  readonly say: (words: string) => void;
  readonly refresh: () => void;
};

/** A text that changes with whatever the list may show. */
function versionOf({ count, problems, held, undo }: Status, changes: number): string {
  return [count, problems, undo?.id, changes, ...held.map(({ id }) => id)].join();
}

/** Search and filter. */
function useWanted() {
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<ListFilter | null>(null);
  const [active, setActive] = useState(0);
  const search = useCallback((typed: string) => {
    setQuery(typed);
    setActive(0);
  }, []);
  const limit = useCallback((to: ListFilter | null) => {
    setFilter(to);
    setActive(0);
  }, []);
  const clear = useCallback(() => {
    search('');
    limit(null);
  }, [search, limit]);
  const limited = query !== '' || filter !== null;
  return { query, search, filter, limit, clear, limited, active, setActive };
}

/** Does something with a row once the list answers what is typed: what stood there a moment ago may be another token. */
function useWhenListed(listed: Listed, query: string) {
  const waiting = useRef<{ query: string; row: number; deed: (token: ListedToken) => void } | null>(null);
  const { known } = listed;
  const look = () => {
    const wanted = waiting.current;
    if (!wanted || !known || known.query !== wanted.query) return;
    waiting.current = null;
    const token = tokenAt(known, wanted.row);
    if (token) wanted.deed(token);
  };
  useEffect(look, [known]);
  return (row: number, deed: (token: ListedToken) => void) => {
    waiting.current = { query, row, deed };
    look();
  };
}

export function useTokens({ status, takeEarly, say, refresh }: Given) {
  const { query, filter, ...wanted } = useWanted();
  const [shown, setShown] = useState<ListedToken | null>(null);
  const [copiedId, setCopiedId] = useState<string | null>(null);
  const [changes, setChanges] = useState(0);
  const listed = useListing({ query, filter, version: versionOf(status, changes), takeEarly });
  const whenListed = useWhenListed(listed, query);

  function tellCopied({ ok, words }: Copied, id: string): void {
    setCopiedId(ok ? id : null);
    say(words);
    // Copying counts as use, so the time of the lock moved; and a refusal may mean that it locked.
    refresh();
  }

  /** A token is as it was not before: the list is asked for again. */
  function tellChanged(): void {
    setChanges((count) => count + 1);
    refresh();
  }

  /** @returns whether it is gone */
  async function remove({ id }: ListedToken): Promise<boolean> {
    const answer = await send('ui:delete', { id });
    if (!answer.ok) {
      say(failureLine(answer.failure));
      return false;
    }
    listed.forget(id);
    // What can be taken back is said with the status that comes now.
    say('');
    tellChanged();
    return true;
  }

  async function copy(token: ListedToken, deed: Exclude<Deed, 'delete'>): Promise<void> {
    const snippet = deed === 'copy-as' ? snippetsOf(token)[0] : null;
    if (snippet !== undefined) tellCopied(await copyToken(token.id, snippet), token.id);
  }

  const list = { query, filter, ...wanted, listed, whenListed };
  return { ...list, shown, setShown, copiedId, tellCopied, tellChanged, copy, remove };
}

export type Tokens = ReturnType<typeof useTokens>;
