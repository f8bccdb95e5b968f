import { useEffect, useRef, useState } from 'preact/hooks';
import { counted, text } from '../../text/text';
import { grouped } from '../../text/dates';
import { Tile } from '../../ui/mark';
import type { Candidate } from '../../transfer/recognise';
import { candidateWords } from './words';

/** More entries of a password manager are not looked through in a page. */
const MOST_SHOWN = 500;

type Props = {
  readonly candidates: readonly Candidate[];
  readonly onImport: (ticked: readonly Candidate[]) => void;
  readonly onCancel: () => void;
};

/** What is in a file: tokens ticked, everything else not. No value is drawn, only its last four. */
export function Preview({ candidates, onImport, onCancel }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<Candidate>>(() => new Set(candidates.filter(isToken)));
  const [missing, setMissing] = useState(false);
  const head = useRef<HTMLParagraphElement>(null);
  useEffect(() => head.current?.focus(), []);
  const tokens = candidates.filter(isToken);
  const others = candidates.filter((candidate) => !isToken(candidate));
  const chosen = candidates.filter((candidate) => ticked.has(candidate));

  function tick(candidate: Candidate, on: boolean): void {
    const next = new Set(ticked);
    if (on) next.add(candidate);
    else next.delete(candidate);
    setTicked(next);
    setMissing(false);
  }

  return (
    <form
      class="preview"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen.length > 0) onImport(chosen);
        else setMissing(true);
      }}
    >
      <p class="strong" tabIndex={-1} ref={head}>
        {tokens.length > 0
          ? counted('transfer_tokens_in_file', tokens.length)
          : text('transfer_no_tokens_in_file')}
      </p>
      <Entries name={text('transfer_tokens_list')} {...{ ticked, tick }} entries={tokens} />
      {others.length > 0 && (
        <details>
          <summary class="link">{counted('transfer_left_out', others.length)}</summary>
          <Entries name={text('transfer_left_out_list')} {...{ ticked, tick }} entries={others} />
        </details>
      )}
      <div class="row-form-do">
        <button class="btn btn-primary" type="submit" aria-disabled={chosen.length === 0}>
          {counted('transfer_import_do', chosen.length)}
        </button>
        <button class="btn" type="button" onClick={onCancel}>
          {text('transfer_cancel')}
        </button>
        <span class="muted small" role="status">
          {missing ? text('transfer_tick_first') : ''}
        </span>
      </div>
    </form>
  );
}

const isToken = ({ token, doubt }: Candidate) => token !== null && doubt === null;

type EntriesProps = {
  readonly name: string;
  readonly entries: readonly Candidate[];
  readonly ticked: ReadonlySet<Candidate>;
  readonly tick: (candidate: Candidate, on: boolean) => void;
};

function Entries({ name, entries, ticked, tick }: EntriesProps) {
  if (entries.length === 0) return null;
  const more = entries.length - MOST_SHOWN;
  return (
    <>
      <ul class="entries" aria-label={name}>
        {entries.slice(0, MOST_SHOWN).map((entry, at) => (
          <EntryLine key={at} entry={entry} on={ticked.has(entry)} onTick={(on) => tick(entry, on)} />
        ))}
      </ul>
      {more > 0 && <p class="help">{counted('transfer_left_out_more', more)}</p>}
    </>
  );
}

type LineProps = { readonly entry: Candidate; readonly on: boolean; readonly onTick: (on: boolean) => void };

function EntryLine({ entry, on, onTick }: LineProps) {
  const { name, host, about, tile, doubt } = candidateWords(entry);
  return (
    <li>
      <label>
        <input
          class="check"
          type="checkbox"
          aria-label={text('transfer_tick', { name, host, line: grouped(entry.line) })}
          checked={on}
          disabled={entry.token === null}
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
        <Tile {...tile} />
        <span>
          <span class="strong">{name}</span>
          <span class="small muted">{about}</span>
          {doubt !== null && <span class="small">{doubt}</span>}
        </span>
      </label>
    </li>
  );
}
