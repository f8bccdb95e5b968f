import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser';
import type { Failure } from '../messages/protocol';
import type { Provider } from '../providers/provider';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { Icon, RiskMark } from '../ui/mark';
import { noteToKeep, type ScopeRow } from './scope-rows';

type Props = {
  readonly provider: Provider;
  readonly row: ScopeRow;
  /** Whether the vault is open, so that notes can be read and written. */
  readonly open: boolean;
  /** Called when a note was kept; resolves when it is shown. */
  readonly onKept: () => Promise<void>;
};

/** One scope, and below it the editor of the user's note while that is open. */
export function ScopeLine({ provider, row, open, onKept }: Props) {
  const [editing, setEditing] = useState(false);
  const pen = useRef<HTMLButtonElement>(null);
  const edits = editing && open;

  function close(): void {
    setEditing(false);
    pen.current?.focus();
  }

  return (
    <>
      <tr class={edits ? 'is-open' : ''}>
        <th scope="row">
          <code>{row.scope}</code>
        </th>
        <td>
          <div class="means">
            <Meaning provider={provider} row={row} ownShown={!edits} />
            {open && (
              <button
                class="btn btn-icon btn-s"
                type="button"
                ref={pen}
                aria-label={`${row.own === '' ? 'Add' : 'Edit'} note on ${row.scope}`}
                title={row.own === '' ? 'Add a note of your own' : 'Edit your note'}
                aria-expanded={edits}
                onClick={() => setEditing(!editing)}
              >
                <Icon is="pen" />
              </button>
            )}
          </div>
        </td>
        <td>{row.note && <RiskMark risk={row.note.risk.at(-1) ?? 'reads'} />}</td>
        {open && <td>{row.tokens.length > 0 ? row.tokens.join(', ') : <span class="muted">none</span>}</td>}
      </tr>
      {edits && (
        <tr class="is-edit">
          <td />
          <td colSpan={3}>
            <NoteEditor
              {...{ provider, row }}
              onClose={close}
              onKept={async () => {
                await onKept();
                close();
              }}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function Meaning({ provider, row, ownShown }: { provider: Provider; row: ScopeRow; ownShown: boolean }) {
  const { note, own } = row;
  // Where scopes are not enforced the remark beside the provider's name says so once for all.
  const broad = provider.enforcesScopes ? note?.broad : undefined;
  return (
    <div>
      <p>{note?.means ?? 'There is no note on this scope yet. Its provider documents it.'}</p>
      {broad && (
        <p class="small muted">
          {broad.lead} {broad.rest}{' '}
          {broad.narrower && (
            <a class="link" href={broad.narrower.url} target="_blank" rel="noreferrer">
              {broad.narrower.text}
            </a>
          )}
        </p>
      )}
      {ownShown && own !== '' && <p class="own">{own}</p>}
    </div>
  );
}

type EditorProps = {
  readonly provider: Provider;
  readonly row: ScopeRow;
  readonly onKept: () => Promise<void>;
  readonly onClose: () => void;
};

function NoteEditor({ provider, row, onKept, onClose }: EditorProps) {
  const [text, setText] = useState(row.own);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);

  async function keep(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await send('ui:set-note', noteToKeep(provider, row, text));
    setBusy(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) await onKept();
  }

  return (
    <form
      class="edit"
      onSubmit={(event) => void keep(event)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <label>
        <span class="label">My note on {row.scope}</span>
        <textarea
          class="field"
          rows={2}
          maxLength={4_000}
          ref={box}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button class="btn btn-primary" type="submit" aria-disabled={busy}>
        Save note
      </button>
      <button class="btn" type="button" onClick={onClose}>
        Cancel
      </button>
      {failure && <FailureNote words={failureWords(failure)} />}
    </form>
  );
}
