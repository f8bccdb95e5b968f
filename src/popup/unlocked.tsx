import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Answer, Status } from '../messages/protocol';
import type { Token } from '../tokens/token';
import { FAILURES } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { copyToken, type Copied } from './copy';
import { Details } from './details';
import { Bottom } from './frame';
import { moveFor, type Move, type Place, type Situation } from './keys';
import { Counts, Found, SearchBar } from './list-frame';
import { scrollTopFor } from './list-window';
import { tokenAt, useListing } from './listing';
import { scrollOf, TokenList } from './token-list';

export type UnlockedProps = {
  readonly status: Status;
  readonly now: Date;
  readonly first: Promise<Answer<'ui:list'>>;
  readonly said: string;
  readonly say: (words: string) => void;
  readonly refresh: () => void;
  /** The tokens that wait unsaved, drawn above the list. */
  readonly held: ComponentChildren;
};

/** What typing, keys and clicks change. */
function useTokens({ status, first, say, refresh }: UnlockedProps) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const [shown, setShown] = useState<Token | null>(null);
  const [copiedId, setCopiedId] = useState<string | null>(null);
  const version = [status.count, ...status.held.map(({ id }) => id)].join();
  const listed = useListing(query, version, first);

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

  return { query, search, active, setActive, shown, setShown, copiedId, listed, tellCopied };
}

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.matches('[type=search]')) return 'search';
  if (target.matches('input, textarea, select')) return 'text';
  return target.closest('.row') ? 'row' : 'elsewhere';
}

/** The search, the list and the details of an open vault. */
export function Unlocked(props: UnlockedProps) {
  const { status, now, said, held } = props;
  const tokens = useTokens(props);
  const { query, search, active, setActive, shown, setShown, listed } = tokens;
  const box = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  /** What gets the focus once it is drawn. */
  const wanted = useRef<number | 'search' | null>('search');

  function focusWanted(): void {
    if (shown || wanted.current === null) return;
    const at = wanted.current;
    const element =
      at === 'search' ? searchBox.current : box.current?.querySelector<HTMLElement>(`[data-row="${at}"]`);
    if (!element) return;
    element.focus({ preventScroll: at !== 'search' });
    wanted.current = null;
  }
  // A row that is far away, and everything after the details, is drawn before it can have the focus.
  useEffect(focusWanted);

  function focusRow(row: number): void {
    setActive(row);
    wanted.current = row;
    // The list is scrolled by what stands above it inside the same box.
    const list = box.current?.querySelector<HTMLElement>('.tokens');
    if (!box.current || !list) return;
    const { top, ...size } = scrollOf(box.current);
    box.current.scrollTop = scrollTopFor(row, { top: top - list.offsetTop, ...size }) + list.offsetTop;
    focusWanted();
  }

  function focusSearch(): void {
    wanted.current = 'search';
    setShown(null);
    searchBox.current?.focus();
    searchBox.current?.select();
  }

  function back(): void {
    wanted.current = active;
    setShown(null);
  }

  function follow(move: NonNullable<Move>): void {
    if (move === 'search') return focusSearch();
    if (move === 'back') return back();
    if (move === 'details') return setShown((listed.known && tokenAt(listed.known, active)) ?? null);
    if (move !== 'clear') return focusRow(move.row);
    search('');
    focusSearch();
  }

  useKeys((place) => {
    const { height, rowHeight } = scrollOf(box.current);
    const page = Math.max(1, Math.floor(height / rowHeight) - 1);
    const count = listed.known?.matching ?? 0;
    return { view: shown ? 'details' : 'list', place, active, count, page, query };
  }, follow);

  if (shown) return <Details token={shown} {...{ now, said }} onCopied={tokens.tellCopied} onBack={back} />;
  return (
    <>
      <SearchBar field={searchBox} {...{ query, search }} onLock={props.refresh} />
      <main class="mid" ref={box} tabIndex={-1}>
        {held}
        {listed.failure && <FailureNote words={FAILURES[listed.failure]} />}
        <Found known={listed.known} onClear={() => follow('clear')} />
        <TokenList
          {...{ listed, box, active, now }}
          copiedId={said === '' ? null : tokens.copiedId}
          onCopy={(token) => void copyToken(token.id, null).then((copied) => tokens.tellCopied(copied, token.id))}
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

/** Keys work wherever the focus is, also on nothing. */
function useKeys(situation: (place: Place) => Situation, follow: (move: NonNullable<Move>) => void): void {
  const latest = useRef({ situation, follow });
  latest.current = { situation, follow };
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const move = moveFor(event.key, latest.current.situation(placeOf(event.target)));
      if (move === null) return;
      event.preventDefault();
      latest.current.follow(move);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
