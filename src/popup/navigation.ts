/** Where the focus goes in the open popup: by keys, and after what is drawn has changed. */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { moveFor, type Move, type Place } from './keys';
import { scrollTopFor } from './list-window';
import { scrollOf } from './token-list';

export type Deed = 'copy' | 'copy-as' | 'delete';

export type Reach = {
  readonly view: 'list' | 'details';
  readonly active: number;
  readonly count: number;
  readonly limited: boolean;
  readonly setActive: (row: number) => void;
  /** No search and no filter any more. */
  readonly clear: () => void;
  readonly showDetails: () => void;
  readonly showList: () => void;
  /** What is done with the token of a row. */
  readonly act: (deed: Deed, row: number) => void;
};

export type Navigation = {
  /** What scrolls: the list and what stands above it. */
  readonly box: RefObject<HTMLDivElement | null>;
  readonly searchBox: RefObject<HTMLInputElement | null>;
  readonly follow: (move: NonNullable<Move>) => void;
};

function placeOf(target: EventTarget | null): Place {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.matches('[type=search]')) return 'search';
  if (target.matches('input, textarea, select')) return 'text';
  return target.closest('.row') ? 'row' : 'elsewhere';
}

/** Scrolls the row into sight. The list is pushed down by what stands above it in the same box. */
function reveal(box: HTMLElement, row: number): void {
  const offset = box.querySelector<HTMLElement>('.tokens')?.offsetTop ?? 0;
  const { top, ...size } = scrollOf(box);
  box.scrollTop = scrollTopFor(row, { top: top - offset, ...size }) + offset;
}

/** The focus and the keys of the list and the details. */
export function useNavigation(reach: Reach): Navigation {
  const { view, active, setActive, clear, showDetails, showList, act } = reach;
  const box = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  /** What gets the focus once it is drawn. */
  const wanted = useRef<number | 'search' | null>('search');

  function focusWanted(): void {
    if (view === 'details' || wanted.current === null) return;
    const at = wanted.current;
    const element =
      at === 'search' ? searchBox.current : box.current?.querySelector<HTMLElement>(`[data-row="${at}"]`);
    if (!element) return;
    element.focus({ preventScroll: at !== 'search' });
    wanted.current = null;
  }
  // A row that is far away, and everything after the details, is drawn before it can have the focus.
  useLayoutEffect(focusWanted);

  function follow(move: NonNullable<Move>): void {
    if (move === 'details') return showDetails();
    if (move === 'copy' || move === 'copy-as' || move === 'delete') return act(move, active);
    if (move === 'back') wanted.current = active;
    else wanted.current = typeof move === 'object' ? move.row : 'search';
    if (move === 'clear') clear();
    if (typeof move === 'object') {
      setActive(move.row);
      if (box.current) reveal(box.current, move.row);
    }
    if (view === 'details') showList();
    focusWanted();
    if (move === 'search') searchBox.current?.select();
  }

  useKeys(reach, box, follow);
  return { box, searchBox, follow };
}

/** Keys work wherever the focus is, also on nothing. */
function useKeys(reach: Reach, box: Navigation['box'], follow: Navigation['follow']): void {
  const latest = useRef({ reach, follow });
  latest.current = { reach, follow };
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const { height, rowHeight } = scrollOf(box.current);
      const page = Math.max(1, Math.floor(height / rowHeight) - 1);
      const { shiftKey: shift } = event;
      const place = placeOf(event.target);
      const move = moveFor(event.key, { ...latest.current.reach, place, page, shift });
      if (move === null) return;
      event.preventDefault();
      latest.current.follow(move);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [box]);
}
