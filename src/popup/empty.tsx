import type { ListFilter } from '../messages/protocol';
import { text } from '../text/text';
import { hostsOf } from '../ui/access';
import { Eye, Icon, Tile } from '../ui/mark';
import { providers } from '../providers';

/** The vault is open and has nothing in it: where tokens are made. */
export function Empty() {
  return (
    <div class="void">
      <Eye lid="half" />
      <h2>{text('popup_empty')}</h2>
      <p class="muted">{text('popup_empty_rest')}</p>
      <ul class="go">
        {providers.map((provider) => {
          const host = hostsOf(provider).work[0] ?? '';
          return (
            <li key={provider.id}>
              <Tile letter={provider.letter} small />
              <a class="link" href={provider.createUrl(host)} target="_blank" rel="noreferrer">
                {text('popup_new_on', { host })}
              </a>
              <Icon is="out" />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type NothingProps = {
  readonly query: string;
  readonly filter: ListFilter | null;
  readonly onClear: () => void;
};

export function NothingFound({ query, filter, onClear }: NothingProps) {
  const lead = query === '' ? text('popup_nothing_here') : text('popup_nothing', { query });
  return (
    <div class="void">
      <h2>{lead}</h2>
      {query !== '' && <p class="muted">{text('popup_nothing_rest')}</p>}
      <button class="btn" type="button" onClick={onClear}>
        {filter ? text('popup_show_all') : text('popup_clear_search')}
      </button>
    </div>
  );
}
