import type { Status } from '../messages/protocol';
import { providers } from '../providers';
import type { Provider } from '../providers/provider';
import { hostsOf, useAccess } from '../ui/access';
import { Icon, Tile } from '../ui/mark';
import { WithheldNote } from '../ui/withheld';

/** "GitHub", "OSF, with its test hosts", "Zenodo, also sandbox.zenodo.org". */
function coverage(provider: Provider): string {
  const { work, test } = hostsOf(provider);
  const others = work.slice(1);
  if (test.length === 1) others.push(...test);
  const also = others.length > 0 ? `, also ${others.join(', ')}` : '';
  return `${provider.name}${also}${test.length > 1 ? ', with its test hosts' : ''}`;
}

/** Step 2: the sites, and whether the browser lets us see them. */
export function StepSites({
  withheld,
  onAllowed,
  onNext,
}: Pick<Status, 'withheld'> & { onAllowed: () => void; onNext: () => void }) {
  const { missing, allow } = useAccess(providers);
  return (
    <main class="main wide">
      <div class="say">
        <h1 tabIndex={-1}>Where SeenOnce looks</h1>
        <p class="lede">At these sites, and nowhere else. Nothing it reads leaves this computer.</p>
      </div>
      <WithheldNote {...{ withheld, onAllowed }} listed />
      <ul class="hosts">
        {providers.map((provider) => (
          <li key={provider.id}>
            <Tile letter={provider.letter} />
            <span class="strong">{hostsOf(provider).work[0]}</span>
            <span class="muted">{coverage(provider)}</span>
            {missing(provider)?.length === 0 && (
              <span class="ok">
                <Icon is="check" />
                Allowed
              </span>
            )}
            {(missing(provider)?.length ?? 0) > 0 && (
              <button
                class="btn btn-s"
                type="button"
                aria-label={`Allow ${provider.name}`}
                onClick={() => void allow(provider)}
              >
                Allow
              </button>
            )}
          </li>
        ))}
      </ul>
      <div class="do">
        <button class="btn btn-primary" type="button" onClick={onNext}>
          Continue
        </button>
      </div>
    </main>
  );
}
