import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { send } from '../browser';
import type { ListedToken, OwnNote } from '../messages/protocol';
import type { Scope } from '../providers/provider';
import { expiryWords } from '../tokens/expiry';
import type { Token } from '../tokens/token';
import { Icon, RiskMark, Tile } from '../ui/mark';
import { MenuButton } from '../ui/menu';
import { hostOf, kindName, providerById, scopeOf, tileOf, tokenName } from '../ui/naming';
import { day } from '../ui/time';
import { copyToken, type Copied } from './copy';
import { Delete } from './delete';
import { Bottom } from './frame';

type Props = {
  readonly token: ListedToken;
  readonly now: Date;
  readonly said: string;
  readonly onCopied: (copied: Copied, id: string) => void;
  readonly onDeleted: (words: string) => void;
  readonly onBack: () => void;
};

/** All that is known of one token. */
export function Details({ token, now, said, onCopied, onDeleted, onBack }: Props) {
  const host = hostOf(token);
  return (
    <>
      <header class="top">
        <button class="btn btn-quiet back" type="button" onClick={onBack}>
          <Icon is="back" />
          Tokens
        </button>
      </header>
      <main class="mid">
        <div class="pad who">
          <Tile {...tileOf(token.provider, host)} />
          <div>
            <h1>{tokenName(token)}</h1>
            <p>
              {kindName(token)} on {host}
            </p>
          </div>
        </div>
        <CopyButtons {...{ token, onCopied }} />
        <Marks token={token} />
        <Facts {...{ token, now }} />
        <Scopes token={token} />
        <Delete {...{ token, onDeleted }} />
      </main>
      <Bottom said={said}>
        <ManageLink token={token} />
      </Bottom>
    </>
  );
}

/** What the badges of its row mean. */
function Marks({ token: { fresh, witnessed, replaced } }: Pick<Props, 'token'>) {
  const unseen = fresh && !witnessed;
  if (!unseen && !replaced) return null;
  return (
    <div class="marks">
      {replaced && (
        <div class="note">
          <Icon is="again" />
          <p>
            <span class="strong">Replaced:</span> the site has made a new token in its place.
          </p>
        </div>
      )}
      {unseen && (
        <div class="note">
          <Icon is="clock" />
          <p>
            <span class="strong">New:</span> it came into the vault since you unlocked it the time before. If
            you did not save it, somebody else put it here: do not use it.
          </p>
        </div>
      )}
    </div>
  );
}

function CopyButtons({ token, onCopied }: Pick<Props, 'token' | 'onCopied'>) {
  const copyButton = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => copyButton.current?.focus(), [token.id]);
  const snippets = (providerById(token.provider)?.snippets ?? []).filter(({ fits }) => fits?.(token) ?? true);
  const masked = `••••${token.ends}`;
  const items = snippets.map(({ id, label, write }) => {
    return { id, label, preview: write(token, masked).trim().replace(/\s+/g, ' ') };
  });
  const copy = async (snippet: Parameters<typeof copyToken>[1]) =>
    onCopied(await copyToken(token.id, snippet), token.id);
  return (
    <div class="pad copies">
      <button
        class="btn btn-primary"
        type="button"
        ref={copyButton}
        aria-label={`Copy ${tokenName(token)}`}
        onClick={() => void copy(null)}
      >
        <Icon is="copy" />
        Copy
      </button>
      {items.length > 0 && <MenuButton label="Copy as" items={items} onPick={(item) => void copy(item)} />}
    </div>
  );
}

function Facts({ token, now }: Pick<Props, 'token' | 'now'>) {
  const { words, date, state } = expiryWords(token.expires, now);
  const facts: readonly (readonly [label: string, value: string | null])[] = [
    ['Account', token.account],
    ['Owner', token.owner],
    ['Saved', day(token.savedAt)],
    ['Seen on', token.path],
  ];
  return (
    <dl class="sec facts">
      <div>
        <dt>Ends in</dt>
        <dd class="four">
          <i aria-hidden="true">••••</i>
          {token.ends}
        </dd>
      </div>
      <div>
        <dt>Expires</dt>
        <dd>
          <span class={`when-${state}`}>{words}</span>
          {state === 'soon' && <span class="date">{date}</span>}
        </dd>
      </div>
      {facts.map(([label, value]) => {
        return (
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          )
        );
      })}
    </dl>
  );
}

/** The user's own notes on the scopes of one provider. Without an answer there are none to show. */
function useOwnNotes(provider: string): ReadonlyMap<string, string> {
  const [notes, setNotes] = useState<readonly OwnNote[]>([]);
  useEffect(() => void send('ui:notes', null).then((answer) => answer.ok && setNotes(answer.value)), []);
  return new Map(notes.filter((note) => note.provider === provider).map(({ scope, text }) => [scope, text]));
}

function Scopes({ token }: { token: Token }) {
  const own = useOwnNotes(token.provider);
  const provider = providerById(token.provider);
  const scopes = token.scopes?.map((scope) => ({ scope, note: scopeOf(provider, scope) })) ?? [];
  const broad = scopes.find(({ note }) => note?.broad)?.note?.broad;
  return (
    <section class="sec">
      <h2>Scopes</h2>
      {token.scopes === null && <p>not stated</p>}
      {token.scopes?.length === 0 && <p>none</p>}
      <ul class="scopes">
        {scopes.map(({ scope, note }) => (
          <li key={scope}>
            <code>{scope}</code>
            {note && <RiskMark risk={note.risk.at(-1) ?? 'reads'} />}
            <p>{note?.means ?? 'There is no note on this scope yet.'}</p>
            {own.has(scope) && <p class="own">{own.get(scope)}</p>}
          </li>
        ))}
      </ul>
      {broad && <Broad {...broad} />}
    </section>
  );
}

function Broad({ lead, rest, narrower }: NonNullable<Scope['broad']>) {
  return (
    <div class="note note-once">
      <Icon is="warn" />
      <p>
        <span class="strong">{lead}</span> {rest}{' '}
        {narrower && (
          <a class="link" href={narrower.url} target="_blank" rel="noreferrer">
            {narrower.text}
          </a>
        )}
      </p>
    </div>
  );
}

function ManageLink({ token }: { token: Token }) {
  const provider = providerById(token.provider);
  if (!provider) return null;
  return (
    <>
      <a class="link keep" href={provider.manageUrl(token)} target="_blank" rel="noreferrer">
        Manage or revoke on {hostOf(token)}
        <Icon is="out" small />
      </a>
      <span class="end">Scripts using it will stop</span>
    </>
  );
}
