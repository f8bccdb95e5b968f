import type { ListedToken } from '../messages/protocol';
import { expiryWords } from '../tokens/expiry';
import { text } from '../text/text';
import { Icon, Tile } from '../ui/mark';
import { placeOf, knownHostOf, tileOf, tokenName } from '../ui/naming';
import { CopiedMark } from './countdown';
import { isUnknown } from './details/marks';
import { partsOf } from './matches';

type Props = {
  readonly token: ListedToken;
  readonly at: number;
  readonly count: number;
  readonly query: string;
  readonly now: Date;
  /** The list's one Tab stop. */
  readonly stop: boolean;
  readonly copied: boolean;
  readonly onCopy: (token: ListedToken) => void;
  readonly onDetails: (token: ListedToken, at: number) => void;
};

function Marked({ words, query }: { words: string; query: string }) {
  return (
    <>
      {partsOf(words, query).map((part, at) => (part.found ? <mark key={at}>{part.text}</mark> : part.text))}
    </>
  );
}

function When({ token, now }: { token: ListedToken; now: Date }) {
  const { words, state } = expiryWords(token.expires, now);
  return (
    <span class={`when when-${state}`}>
      {state === 'soon' && <Icon is="clock" small />}
      {state === 'past' && <Icon is="past" small />}
      {words}
    </span>
  );
}

/** One token: the name leads to its details, the button copies it. */
export function Row({ token, at, count, query, now, stop, copied, onCopy, onDetails }: Props) {
  const name = tokenName(token);
  return (
    <li
      class={`row${copied ? ' is-copied' : ''}`}
      style={{ insetBlockStart: `calc(${at} * var(--so-row))` }}
      aria-setsize={count}
      aria-posinset={at + 1}
    >
      <Tile {...tileOf(token.provider, knownHostOf(token))} />
      <div class="clip">
        <div class="first">
          <button
            class="name clip"
            type="button"
            tabIndex={-1}
            title={text('popup_details_of', { name })}
            onClick={() => onDetails(token, at)}
          >
            <Marked words={name} query={query} />
          </button>
          {token.fresh && <span class="badge">{text('popup_new')}</span>}
          {token.replaced && <span class="badge badge-quiet">{text('popup_replaced')}</span>}
          {isUnknown(token) && <span class="badge badge-quiet">{text('popup_unknown')}</span>}
        </div>
        <p class="sub clip">
          <Marked words={placeOf(token)} query={query} />
        </p>
      </div>
      <When token={token} now={now} />
      <button
        class="btn btn-icon"
        type="button"
        data-row={at}
        tabIndex={stop ? 0 : -1}
        aria-label={text('popup_copy_name', { name })}
        title={text('popup_copy')}
        onClick={() => onCopy(token)}
      >
        {copied ? <CopiedMark /> : <Icon is="copy" />}
      </button>
    </li>
  );
}
