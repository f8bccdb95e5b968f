import { providers } from '../providers';
import { hostsOf, hostWords, useAccess } from '../ui/access';
import { Icon, Tile } from '../ui/mark';

/** Where SeenOnce runs, and whether the browser lets it. */
export function Sites() {
  const { granted, allow } = useAccess();
  return (
    <section class="part" id="sites" aria-labelledby="sites-title">
      <h2 id="sites-title">Sites</h2>
      <p class="lede">
        SeenOnce runs on these addresses and nowhere else. It reads their token pages and sends nothing.
      </p>
      <table class="sites" aria-label="Sites">
        <thead class="unseen">
          <tr>
            <th scope="col">Provider</th>
            <th scope="col">Site</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {providers.map((provider) => {
            const { test } = hostsOf(provider);
            const may = granted(provider);
            return (
              <tr key={provider.id}>
                <td>
                  <Tile letter={provider.letter} small />
                  <span class="unseen">{provider.name}</span>
                </td>
                <th scope="row" title={test.length > 1 ? test.join(', ') : undefined}>
                  {hostWords(provider)}
                </th>
                <td>
                  {may === true && (
                    <span class="ok">
                      <Icon is="check" />
                      Watching
                    </span>
                  )}
                  {may === false && (
                    <span class="asks">
                      <span class="ok ok-ask">
                        <Icon is="warn" />
                        The browser has not allowed it
                      </span>
                      <button
                        class="btn btn-s"
                        type="button"
                        aria-label={`Allow ${provider.name}`}
                        onClick={() => void allow(provider)}
                      >
                        Allow
                      </button>
                    </span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
