import type { ComponentChildren } from 'preact';
import type { ListedToken } from '../../messages/protocol';
import { text } from '../../text/text';
import { expiryWords } from '../../tokens/expiry';
import { knownHostOf, pageOf } from '../../ui/naming';
import { day } from '../../ui/time';

/** The page where the token was seen, which is a provider's own page for tokens, or the way to it. */
function SeenOn({ token }: { token: ListedToken }) {
  const page = pageOf(token);
  if (page === null) return token.path;
  return (
    <a class="link" href={page} target="_blank" rel="noreferrer">
      {token.path}
    </a>
  );
}

/** Labels over values. */
export function Facts({ token, now }: { token: ListedToken; now: Date }) {
  const { words, date, state } = expiryWords(token.expires, now);
  const seenOn = knownHostOf(token) === null ? null : <SeenOn token={token} />;
  const facts: readonly (readonly [label: string, value: ComponentChildren])[] = [
    [text('popup_account'), token.account],
    [text('popup_owner'), token.owner],
    [text('popup_saved'), day(token.savedAt)],
    [text('popup_seen_on'), seenOn],
  ];
  return (
    <dl class="sec facts">
      <div>
        <dt>{text('popup_ends_in')}</dt>
        <dd class="four">
          <i aria-hidden="true">••••</i>
          {token.ends}
        </dd>
      </div>
      <div>
        <dt>{text('popup_expires')}</dt>
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
