import { providers } from '../providers';
import type { Provider } from '../providers/provider';
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
          {providers.map((provider) => (
            <Site
              key={provider.id}
              {...{ provider }}
              may={granted(provider)}
              onAllow={() => void allow(provider)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type SiteProps = {
  readonly provider: Provider;
  /** `undefined` until known. */
  readonly may: boolean | undefined;
  readonly onAllow: () => void;
};

function Site({ provider, may, onAllow }: SiteProps) {
  const { test } = hostsOf(provider);
  return (
    <tr>
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
            <button class="btn btn-s" type="button" aria-label={`Allow ${provider.name}`} onClick={onAllow}>
              Allow
            </button>
          </span>
        )}
      </td>
    </tr>
  );
}
