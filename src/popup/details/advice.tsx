import type { ListedToken } from '../../messages/protocol';
import { adviceOn } from '../../providers';
import { LEAKED, type Advice as Item } from '../../providers/provider';
import { text } from '../../text/text';
import { Icon } from '../../ui/mark';

/** More at once is not read. */
const AT_ONCE = 2;

/** What the provider's guide would say of this token: the most urgent two, the rest when asked for. */
export function Advice({ token, now }: { readonly token: ListedToken; readonly now: Date }) {
  const items = adviceOn(token, now);
  const timely = items.filter(({ id }) => id !== LEAKED);
  const shown = timely.slice(0, AT_ONCE);
  const rest = items.filter((item) => !shown.includes(item));
  const onlyLeaked = rest.every(({ id }) => id === LEAKED);
  return (
    <section class="sec advice" aria-label={text('advice')}>
      {shown.map((item) => (
        <Line key={item.id} {...item} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>
            <Icon is="down" />
            {onlyLeaked ? text('advice_leaked') : text('advice_more')}
          </summary>
          {rest.map((item) => (
            <Line key={item.id} {...item} />
          ))}
        </details>
      )}
    </section>
  );
}

/** English, as all that `providers/` says. */
function Line({ lead, rest, link }: Item) {
  return (
    <p lang="en">
      <span class="strong">{lead}</span> {rest}{' '}
      {link && (
        <a class="link" href={link.url} target="_blank" rel="noreferrer">
          {link.text}
          <Icon is="out" small />
        </a>
      )}
    </p>
  );
}
