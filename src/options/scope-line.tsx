import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser';
import type { Failure } from '../messages/protocol';
import { text } from '../text/text';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { Icon, RiskMark } from '../ui/mark';
import { documentationOf, noteToKeep, type ScopeOwner, type ScopeRow } from './scope-rows';

type Props = {
  readonly provider: ScopeOwner;
  readonly row: ScopeRow;
  /** Whether the vault is open, so that notes can be read and written. */
  readonly open: boolean;
  /** Called when a note was kept; resolves when it is shown. */
  readonly onKept: () => Promise<void>;
  /** A token's name was chosen. */
  readonly onToken: (name: string) => void;
};

/** One scope, and below it the editor of the user's note while that is open. */
export function ScopeLine({ provider, row, open, onKept, onToken }: Props) {
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
          <ScopeName {...{ provider, row }} />
        </th>
        <td>
          <div class="means">
            <Meaning provider={provider} row={row} ownShown={!edits} />
            {open && (
              <button
                class="btn btn-icon btn-s"
                type="button"
                ref={pen}
                aria-label={text(row.own === '' ? 'scope_add_note_on' : 'scope_edit_note_on', {
                  scope: row.scope,
                })}
                title={text(row.own === '' ? 'scope_add_note' : 'scope_edit_note')}
                aria-expanded={edits}
                onClick={() => setEditing(!editing)}
              >
                <Icon is="pen" />
              </button>
            )}
          </div>
        </td>
        <td>{row.note && <RiskMark risk={row.note.risk.at(-1) ?? 'reads'} />}</td>
        {open && (
          <td>
            <Tokens names={row.tokens} onToken={onToken} />
          </td>
        )}
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

/** Its name leads to where it is documented. */
function ScopeName({ provider, row }: Pick<Props, 'provider' | 'row'>) {
  const url = documentationOf(provider, row);
  if (url === null) return <code>{row.scope}</code>;
  const title = text('scope_documentation', { scope: row.scope });
  return (
    <a class="to-source" href={url} target="_blank" rel="noreferrer" title={title}>
      <code>{row.scope}</code>
    </a>
  );
}

/** The names of the tokens that have it; each shows what else that token may do. */
function Tokens({ names, onToken }: { readonly names: readonly string[] } & Pick<Props, 'onToken'>) {
  if (names.length === 0) return <span class="muted">{text('scope_no_token')}</span>;
  return (
    <ul class="of-tokens">
      {[...new Set(names)].map((name) => (
        <li key={name}>
          <button
            class="link"
            type="button"
            title={text('scope_of_this', { name })}
            onClick={() => onToken(name)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Meaning({ provider, row, ownShown }: { provider: ScopeOwner; row: ScopeRow; ownShown: boolean }) {
  const { note, own } = row;
  // Where scopes are not enforced the remark beside the provider's name says so once for all.
  const broad = provider.enforcesScopes ? note?.broad : undefined;
  return (
    <div>
      {note ? <p lang="en">{note.means}</p> : <p>{text('scope_no_note')}</p>}
      {broad && (
        <p class="small muted" lang="en">
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
  readonly provider: ScopeOwner;
  readonly row: ScopeRow;
  readonly onKept: () => Promise<void>;
  readonly onClose: () => void;
};

function NoteEditor({ provider, row, onKept, onClose }: EditorProps) {
  const [written, setWritten] = useState(row.own);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => box.current?.focus(), []);

  async function keep(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await send('ui:set-note', noteToKeep(provider, row, written));
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
        <span class="label">{text('scope_my_note', { scope: row.scope })}</span>
        <textarea
          class="field"
          rows={2}
          maxLength={4_000}
          ref={box}
          value={written}
          onInput={({ currentTarget }) => setWritten(currentTarget.value)}
        />
      </label>
      <button class="btn btn-primary" type="submit" aria-disabled={busy}>
        {text('scope_note_save')}
      </button>
      <button class="btn" type="button" onClick={onClose}>
        {text('scope_note_cancel')}
      </button>
      {failure && <FailureNote words={failureWords(failure)} />}
    </form>
  );
}
