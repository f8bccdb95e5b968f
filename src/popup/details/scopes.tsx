import { useEffect, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { OwnNote } from '../../messages/protocol';
import type { Scope } from '../../providers/provider';
import { text } from '../../text/text';
import type { Token } from '../../tokens/token';
import { RiskMark } from '../../ui/mark';
import { providerById, scopeOf } from '../../ui/naming';

/** The user's own notes on the scopes of one provider. Without an answer there are none to show. */
function useOwnNotes(provider: string): ReadonlyMap<string, string> {
  const [notes, setNotes] = useState<readonly OwnNote[]>([]);
  useEffect(() => void send('ui:notes', null).then((answer) => answer.ok && setNotes(answer.value)), []);
  return new Map(notes.filter((note) => note.provider === provider).map((note) => [note.scope, note.text]));
}

/** What the token may do, with the notes on it. */
export function Scopes({ token }: { token: Token }) {
  const own = useOwnNotes(token.provider);
  const provider = providerById(token.provider);
  const scopes = token.scopes?.map((scope) => ({ scope, note: scopeOf(provider, scope) })) ?? [];
  const warnings = firstWarnings(scopes);
  return (
    <section class="sec">
      <h2>{text('popup_scopes')}</h2>
      {token.scopes === null && <p>{text('expires_not_stated')}</p>}
      {token.scopes?.length === 0 && <p>{text('popup_no_scopes')}</p>}
      <ul class="scopes">
        {scopes.map(({ scope, note }) => (
          <li key={scope}>
            <code>{scope}</code>
            {note && <RiskMark risk={note.risk.at(-1) ?? 'reads'} />}
            {note ? <p lang="en">{note.means}</p> : <p>{text('popup_no_scope_note')}</p>}
            {note?.broad && warnings.has(scope) && <Broad {...note.broad} />}
            {own.has(scope) && <p class="own">{own.get(scope)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The scopes whose warning is not that of an earlier one: Zenodo's scopes share theirs. */
function firstWarnings(
  scopes: readonly { readonly scope: string; readonly note: Scope | null }[],
): ReadonlySet<string> {
  const firsts = new Map<string, string>();
  for (const { scope, note } of scopes) {
    const words = note?.broad && `${note.broad.lead} ${note.broad.rest}`;
    if (words && !firsts.has(words)) firsts.set(words, scope);
  }
  return new Set(firsts.values());
}

/** Why it is broad, and what would do with less. */
function Broad({ lead, rest, narrower }: NonNullable<Scope['broad']>) {
  return (
    <p class="broad" lang="en">
      <span class="strong">{lead}</span> {rest}{' '}
      {narrower && (
        <a class="link" href={narrower.url} target="_blank" rel="noreferrer">
          {narrower.text}
        </a>
      )}
    </p>
  );
}
