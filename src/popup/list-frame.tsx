/** What stands around the list: the search above, the counts below, and what is said instead of rows. */
import type { RefObject } from 'preact';
import { send } from '../browser';
import type { Status } from '../messages/protocol';
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
          aria-label="Search tokens"
          placeholder="Search tokens"
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
        title="Lock now"
        onClick={() => void send('ui:lock', null).then(onLock)}
      >
        <Eye lid="closed" />
        Lock
      </button>
    </Top>
  );
}

/** What is said instead of rows, and while there are not all of them yet. */
export function Found({ known, onClear }: { known: Known | null; onClear: () => void }) {
  if (!known) return <p class="pad muted late">Opening the tokens.</p>;
  const { opening, problems, total, matching, query } = known;
  if (opening)
    return (
      <p class="opening muted small" role="status">
        Opening the tokens{opening.of > 0 && `: ${grouped(opening.done)} of ${grouped(opening.of)}`}.
      </p>
    );
  if (total === 0 && problems === 0) return <Empty />;
  return total > 0 && matching === 0 ? <NothingFound query={query} onClear={onClear} /> : null;
}

/** How many there are and when it locks; while the keyboard is in the list, what the keys do. */
export function Counts({ status, known, now }: { status: Status; known: Known | null; now: Date }) {
  const total = known?.total ?? status.count;
  const all = known === null || known.matching === total;
  return (
    <>
      <span class="counts">
        {all ? tokenCount(total) : `${grouped(known.matching)} of ${tokenCount(total)}`}
      </span>
      <span class="counts end">{locksWhen(status.locksAt, now)}</span>
      <span class="keys" aria-hidden="true">
        <span>
          <kbd class="kbd">Enter</kbd> copy
        </span>
        <span>
          <kbd class="kbd">→</kbd> details
        </span>
        <span class="end">
          <kbd class="kbd">/</kbd> search
        </span>
      </span>
    </>
  );
}
