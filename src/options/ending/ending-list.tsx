import { counted, text } from '../../text/text';
import { GROUPS, groupOf, LISTED_DAYS, type Group } from '../../tokens/ending';
import { expiryWords } from '../../tokens/expiry';
import { Icon, Tile } from '../../ui/mark';
import { hostOf, placeOf, providerById, knownHostOf, tileOf, tokenName } from '../../ui/naming';
import type { EndingToken } from './use-ending';

type Props = { readonly tokens: readonly EndingToken[]; readonly total: number; readonly now: Date };

const titleOf: Readonly<Record<Group, () => string>> = {
  ended: () => text('ending_group_ended'),
  week: () => text('ending_group_week'),
  fortnight: () => text('ending_group_fortnight'),
  later: () => text('ending_group_later'),
};

/** The tokens by how near their end is. */
export function EndingList({ tokens, total, now }: Props) {
  if (total === 0)
    return (
      <p class="ok">
        <Icon is="check" />
        {text('ending_nothing', { days: String(LISTED_DAYS) })}
      </p>
    );
  return (
    <>
      {GROUPS.map((group) => {
        const ends = tokens.filter((token) => groupOf(token, now) === group);
        return (
          ends.length > 0 && <EndingGroup key={group} title={titleOf[group]()} tokens={ends} now={now} />
        );
      })}
      {total > tokens.length && <p class="muted small">{counted('ending_more', total - tokens.length)}</p>}
    </>
  );
}

function EndingGroup({ title, tokens, now }: { title: string; tokens: readonly EndingToken[]; now: Date }) {
  return (
    <>
      <h3>{title}</h3>
      <ul class="ends" aria-label={title}>
        {tokens.map((token) => (
          <EndingRow key={token.id} {...{ token, now }} />
        ))}
      </ul>
    </>
  );
}

function EndingRow({ token, now }: { token: EndingToken; now: Date }) {
  return (
    <li>
      <Tile {...tileOf(token.provider, knownHostOf(token))} />
      <div class="clip">
        <p class="strong clip">{tokenName(token)}</p>
        <p class="small muted clip">{placeOf(token)}</p>
      </div>
      <When {...{ token, now }} />
      <RenewLink token={token} />
    </li>
  );
}

function When({ token, now }: { token: EndingToken; now: Date }) {
  const { words, date, state } = expiryWords(token.expires, now);
  return (
    <div class="end-when">
      <span class={`when when-${state}`}>
        {state === 'soon' && <Icon is="clock" small />}
        {state === 'past' && <Icon is="past" small />}
        {words}
      </span>
      {state === 'soon' && <span class="small muted">{date}</span>}
    </div>
  );
}

/** The page that gives the token a new value, or where that is not known, the one to look after it. */
function RenewLink({ token }: { token: EndingToken }) {
  const provider = providerById(token.provider);
  if (!provider) return null;
  const renew = provider.renewUrl?.(token) ?? null;
  const which = { name: tokenName(token), host: hostOf(token) };
  return (
    <a
      class="link"
      href={renew ?? provider.manageUrl(token)}
      target="_blank"
      rel="noreferrer"
      aria-label={renew ? text('ending_renew_label', which) : text('ending_manage_label', which)}
    >
      {renew ? text('ending_renew') : text('ending_manage')}
      <Icon is="out" small />
    </a>
  );
}
