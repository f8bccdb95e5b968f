import { hostsOf } from '../ui/access';
import { Eye, Icon, Tile } from '../ui/mark';
import { providers } from '../providers';

/** The vault is open and has nothing in it: where tokens are made. */
export function Empty() {
  return (
    <div class="void">
      <Eye lid="half" />
      <h2>No tokens yet</h2>
      <p class="muted">Make one as usual. SeenOnce asks the moment the site shows it.</p>
      <ul class="go">
        {providers.map((provider) => {
          const host = hostsOf(provider).work[0] ?? '';
          return (
            <li key={provider.id}>
              <Tile letter={provider.letter} small />
              <a class="link" href={provider.createUrl(host)} target="_blank" rel="noreferrer">
                New token on {host}
              </a>
              <Icon is="out" />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

export function NothingFound({ query, onClear }: { query: string; onClear: () => void }) {
  return (
    <div class="void">
      <h2>Nothing matches “{query}”</h2>
      <p class="muted">Search looks at name, site, account and scopes. Never at the tokens themselves.</p>
      <button class="btn" type="button" onClick={onClear}>
        Clear search
      </button>
    </div>
  );
}
