import type { ListedToken } from '../../messages/protocol';
import { adviceOn } from '../../providers';
import { LEAKED, type Advice as Item } from '../../providers/provider';
import { text } from '../../text/text';
import { Icon } from '../../ui/mark';

/** What the provider's guide would say of this token, and, when asked for, what to do once it leaked. */
export function Advice({ token, now }: { readonly token: ListedToken; readonly now: Date }) {
  const items = adviceOn(token, now);
  const leaked = items.filter(({ id }) => id === LEAKED);
  return (
    <section class="sec advice" aria-label={text('advice')}>
      {items
        .filter((item) => !leaked.includes(item))
        .map((item) => (
          <Line key={item.id} {...item} />
        ))}
      <details>
        <summary>
          <Icon is="down" />
          {text('advice_leaked')}
        </summary>
        {leaked.map((item) => (
          <Line key={item.id} {...item} />
        ))}
      </details>
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
        </a>
      )}
    </p>
  );
}
