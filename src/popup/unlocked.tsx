import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import type { ListedToken, Status } from '../messages/protocol';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { copyToken, type Copied } from './copy';
import { Details } from './details/details';
import { Bottom } from './frame';
import { Counts, Found, SearchBar } from './list-frame';
import { tokenAt, useListing, type TakeEarly } from './listing';
import { useNavigation } from './navigation';
import { Notes } from './notes';
import { TokenList } from './token-list';

type Props = {
  readonly status: Status;
  readonly now: Date;
  readonly takeEarly: TakeEarly;
  readonly said: string;
  readonly say: (words: string) => void;
  readonly refresh: () => void;
  /** The tokens that wait unsaved and what the browser withholds, drawn above the list. */
  readonly held: ComponentChildren;
};

/** What typing, keys and clicks change. */
function useTokens({ status, takeEarly, say, refresh }: Props) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [shown, setShown] = useState<ListedToken | null>(null);
  const [copiedId, setCopiedId] = useState<string | null>(null);
  const [deleted, setDeleted] = useState(0);
  const version = [status.count, status.problems, deleted, ...status.held.map(({ id }) => id)].join();
  const listed = useListing(query, version, takeEarly);

  const search = useCallback((text: string) => {
    setQuery(text);
    setActive(0);
  }, []);

  function tellCopied({ ok, words }: Copied, id: string): void {
    setCopiedId(ok ? id : null);
    say(words);
    // Copying counts as use, so the time of the lock moved; and a refusal may mean that it locked.
    refresh();
  }

  function tellDeleted(words: string): void {
    if (shown) listed.forget(shown.id);
    setDeleted(deleted + 1);
    say(words);
    refresh();
  }

  return { query, search, active, setActive, shown, setShown, copiedId, listed, tellCopied, tellDeleted };
}

/** The row after a deleted one takes its place; after the last one the one before it. */
function afterDeleting(row: number, matching: number): { row: number } | 'search' {
  return matching > 1 ? { row: Math.min(row, matching - 2) } : 'search';
}

/** The search, the list and the details of an open vault. */
export function Unlocked(props: Props) {
  const { status, now, said, held } = props;
  const { shown, setShown, active, setActive, listed, copiedId, tellCopied, tellDeleted, ...tokens } =
    useTokens(props);
  const { box, searchBox, follow } = useNavigation({
    ...tokens,
    view: shown ? 'details' : 'list',
    active,
    setActive,
    count: listed.known?.matching ?? 0,
    showDetails: () => setShown((listed.known && tokenAt(listed.known, active)) ?? null),
    showList: () => setShown(null),
  });

  if (shown)
    return (
      <Details
        token={shown}
        {...{ now, said }}
        onCopied={tellCopied}
        onDeleted={(words) => {
          tellDeleted(words);
          follow(afterDeleting(active, listed.known?.matching ?? 1));
        }}
        onBack={() => follow('back')}
      />
    );
  return (
    <>
      <SearchBar field={searchBox} {...tokens} onLock={props.refresh} />
      <main class="mid" ref={box} tabIndex={-1}>
        {held}
        {listed.failure && <FailureNote words={failureWords(listed.failure)} />}
        <Notes status={status} problems={listed.known?.problems ?? 0} />
        <Found known={listed.known} onClear={() => follow('clear')} />
        <TokenList
          {...{ listed, box, active, now }}
          copiedId={said === '' ? null : copiedId}
          onCopy={({ id }) => void copyToken(id, null).then((copied) => tellCopied(copied, id))}
          onDetails={(token, at) => {
            setActive(at);
            setShown(token);
          }}
        />
      </main>
      <Bottom said={said}>
        <Counts {...{ status, now }} known={listed.known} />
      </Bottom>
    </>
  );
}
