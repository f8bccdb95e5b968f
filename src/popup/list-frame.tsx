/** What stands around the list: the search above, the counts below, and what is said instead of rows. */
import type { RefObject } from 'preact';
import { send } from '../browser';
import type { ListFilter, Status } from '../messages/protocol';
import { text } from '../text/text';
import { Eye, Icon } from '../ui/mark';
import { grouped, locksWhen, tokenCount } from '../ui/time';
import { Empty, NothingFound } from './empty';
import { Top } from './frame';
import type { Known } from './listing';

type SearchProps = {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly query: string;
  readonly search: (text: string) => void;
  /** Called when the vault was locked. */
  readonly onLock: () => void;
};

export function SearchBar({ field, query, search, onLock }: SearchProps) {
  return (
    <Top>
      <h1 class="unseen">SeenOnce</h1>
      <div class="search">
        <Icon is="search" />
        <input
          class="field"
          type="search"
          aria-label={text('popup_search')}
          placeholder={text('popup_search')}
          autocomplete="off"
          spellcheck={false}
          ref={field}
          value={query}
          onInput={({ currentTarget }) => search(currentTarget.value)}
        />
      </div>
      <button
        class="btn btn-quiet lock"
        type="button"
        title={text('popup_lock_now')}
        onClick={() => void send('ui:lock', null).then(onLock)}
      >
        <Eye lid="closed" />
        {text('popup_lock')}
      </button>
    </Top>
  );
}

/** What is said instead of rows, and while there are not all of them yet. */
type FoundProps = {
  readonly known: Known | null;
  readonly filter: ListFilter | null;
  readonly onClear: () => void;
};

export function Found({ known, filter, onClear }: FoundProps) {
  if (!known) return <p class="pad muted late">{text('popup_opening')}</p>;
  const { opening, problems, total, matching, query } = known;
  if (opening)
    return (
      <p class="opening muted small" role="status">
        {opening.of > 0
          ? text('popup_opening_of', { done: grouped(opening.done), of: grouped(opening.of) })
          : text('popup_opening')}
      </p>
    );
  if (total === 0 && problems === 0) return <Empty />;
  return total > 0 && matching === 0 ? <NothingFound {...{ query, filter, onClear }} /> : null;
}

/** How many there are and when it locks; while the keyboard is in the list, what the keys do. */
export function Counts({ status, known, now }: { status: Status; known: Known | null; now: Date }) {
  const total = known?.total ?? status.count;
  const all = known === null || known.matching === total;
  return (
    <>
      <span class="counts">
        {all
          ? tokenCount(total)
          : text('popup_some_of', { some: grouped(known.matching), all: tokenCount(total) })}
      </span>
      <span class="counts end">{locksWhen(status.locksAt, now)}</span>
      <span class="keys" aria-hidden="true">
        <span>
          <kbd class="kbd">Enter</kbd> {text('popup_key_copy')}
        </span>
        <span>
          <kbd class="kbd">→</kbd> {text('popup_key_details')}
        </span>
        <span>
          <kbd class="kbd">{text('popup_key_del')}</kbd> {text('popup_key_delete')}
        </span>
        <span class="end">
          <kbd class="kbd">/</kbd> {text('popup_key_search')}
        </span>
      </span>
    </>
  );
}
