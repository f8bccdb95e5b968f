import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser';
import type { ByHand } from '../messages/protocol';
import type { Expiry } from '../providers/provider';
import { rich } from '../text/rich';
import { text } from '../text/text';
import { failureLine } from '../ui/failure';
import { Icon, Tile } from '../ui/mark';
import { tileOf } from '../ui/naming';
import { OTHER } from '../tokens/token';

type Ends = 'unknown' | 'never' | 'date';

function expiryOf(ends: Ends, date: string): Expiry {
  if (ends === 'never') return 'never';
  return ends === 'date' && date ? { at: date } : null;
}

type Props = {
  readonly id: string;
  readonly known: ByHand;
  readonly onSaved: () => void;
  readonly onDiscarded: () => void;
};

/** What was typed, and what Save and Discard do with it. */
function useAnswer({ id, known, onSaved, onDiscarded }: Props) {
  const [name, setName] = useState(known.name ?? '');
  const [ends, setEnds] = useState<Ends>('unknown');
  const [date, setDate] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    if (ends === 'date' && !date) return setProblem(text('save_choose_day'));
    setBusy(true);
    const ask = { id, name: name.trim() || null, expires: expiryOf(ends, date) };
    const answer = await send('ui:save-by-hand', ask);
    setBusy(false);
    setProblem(answer.ok ? null : failureLine(answer.failure));
    if (answer.ok) onSaved();
  }

  async function discard(): Promise<void> {
    const answer = await send('ui:discard-held', { id });
    if (answer.ok) onDiscarded();
    else setProblem(failureLine(answer.failure));
  }

  return { name, setName, ends, setEnds, date, setDate, busy, problem, save, discard };
}

/** Asks what the page does not tell: a name, and when the token ends. */
export function NameForm(props: Props) {
  const { known } = props;
  const { name, setName, busy, problem, save, discard, ...expiry } = useAnswer(props);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form onSubmit={(event) => void save(event)}>
      <Which known={known} />
      <label>
        <span class="label">{text('save_name')}</span>
        <input
          class="field"
          ref={field}
          maxLength={200}
          autocomplete="off"
          placeholder={text('save_name_hint', { host: known.host })}
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <ExpiryFields {...expiry} />
      {problem !== null && (
        <p class="help help-loss" role="alert">
          {problem}
        </p>
      )}
      <div class="do">
        <button class="btn btn-primary" type="submit" aria-disabled={busy}>
          {text('save_do')}
        </button>
        <button class="btn" type="button" onClick={() => void discard()}>
          {text('save_discard')}
        </button>
      </div>
      <p class="muted small">{footOf(known)}</p>
    </form>
  );
}

type ExpiryProps = Pick<ReturnType<typeof useAnswer>, 'ends' | 'setEnds' | 'date' | 'setDate'>;

function ExpiryFields({ ends, setEnds, date, setDate }: ExpiryProps) {
  return (
    <div class="expiry">
      <label>
        <span class="label">{text('save_expires')}</span>
        <select
          class="field"
          value={ends}
          onChange={({ currentTarget }) => setEnds(currentTarget.value as Ends)} // one of the options below
        >
          <option value="unknown">{text('save_expires_unknown')}</option>
          <option value="never">{text('save_expires_never')}</option>
          <option value="date">{text('save_expires_date')}</option>
        </select>
      </label>
      {ends === 'date' && (
        <label>
          <span class="label">{text('save_last_day')}</span>
          <input
            class="field"
            type="date"
            value={date}
            onInput={({ currentTarget }) => setDate(currentTarget.value)}
          />
        </label>
      )}
    </div>
  );
}

function footOf({ vault }: ByHand): string {
  return text(`save_foot_${vault === 'none' || vault === 'broken' ? vault : 'vault'}`);
}

function Which({ known: { host, ends, spaces } }: { known: ByHand }) {
  return (
    <>
      <div class="who">
        <Tile {...tileOf(OTHER, host)} />
        <div>
          <p class="strong clip">{text('save_token_on', { host })}</p>
          <p class="muted small">
            {rich('save_ends_in', {
              ends: (
                <span class="four">
                  <i aria-hidden="true">••••</i>
                  {ends}
                </span>
              ),
            })}
          </p>
        </div>
      </div>
      {spaces && (
        <div class="note note-once">
          <Icon is="warn" />
          <p>
            <span class="strong">{text('save_spaces_lead')}</span> {text('save_spaces_rest')}
          </p>
        </div>
      )}
    </>
  );
}
