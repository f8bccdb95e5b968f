/** What a key does in the popup. Enter on a row is missing on purpose: the focused button copies by itself. */

/** Where the focus is. `text`: another box one types in. */
export type Place = 'search' | 'row' | 'text' | 'elsewhere';

export type Situation = {
  readonly view: 'list' | 'details';
  readonly place: Place;
  /** The row that is the list's one Tab stop. */
  readonly active: number;
  readonly count: number;
  /** Rows that fit on the screen. */
  readonly page: number;
  /** Something is typed, or a filter is chosen. */
  readonly limited: boolean;
  readonly shift: boolean;
};

/** `row`: focus that row. `copy-as`: the first form that the token is offered in. `null`: the key is not ours, the browser goes on with it. */
export type Move =
  | { readonly row: number }
  | 'search'
  | 'clear'
  | 'details'
  | 'back'
  | 'copy'
  | 'copy-as'
  | 'delete'
  | null;

/** @param key as in `KeyboardEvent.key`, pressed without Ctrl, Alt or Meta */
export function moveFor(key: string, situation: Situation): Move {
  if (situation.place === 'text') return null;
  if (key === '/' && situation.place !== 'search') return 'search';
  return situation.view === 'details' ? moveInDetails(key) : moveInList(key, situation);
}

function moveInDetails(key: string): Move {
  return key === 'ArrowLeft' || key === 'Escape' ? 'back' : null;
}

function moveInList(key: string, situation: Situation): Move {
  const { place, count, limited } = situation;
  if (key === 'Escape') return limited ? 'clear' : null;
  if (count === 0) return null;
  if (place === 'search') return moveFromSearch(key, situation);
  return place === 'row' ? moveFromRow(key, situation) : null;
}

function moveFromSearch(key: string, { active, count, shift }: Situation): Move {
  if (key === 'ArrowDown') return { row: Math.min(active, count - 1) };
  if (key !== 'Enter') return null;
  return shift ? 'copy-as' : 'copy';
}

function moveFromRow(key: string, { active, count, page, shift }: Situation): Move {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return { row: Math.min(active + 1, last) };
    case 'ArrowUp':
      return active === 0 ? 'search' : { row: active - 1 };
    case 'PageDown':
      return { row: Math.min(active + page, last) };
    case 'PageUp':
      return { row: Math.max(active - page, 0) };
    case 'Home':
      return { row: 0 };
    case 'End':
      return { row: last };
    case 'ArrowRight':
      return 'details';
    case 'Enter':
      return shift ? 'copy-as' : null;
    case 'Delete':
      return 'delete';
    default:
      return null;
  }
}
