import type { Status } from '../messages/protocol';
import { providers } from '../providers';
import type { Provider } from '../providers/provider';
import { inRow } from '../text/dates';
import { text } from '../text/text';
import { hostsOf, useAccess } from '../ui/access';
import { Icon, Tile } from '../ui/mark';
import { WithheldNote } from '../ui/withheld';
import { Skip } from './skip';

/** "GitHub", "OSF, with its test hosts", "Zenodo, also sandbox.zenodo.org". */
function coverage(provider: Provider): string {
  const { name } = provider;
  const { work, test } = hostsOf(provider);
  const others = work.slice(1);
  if (test.length === 1) others.push(...test);
  const hosts = inRow(others);
  if (test.length > 1)
    return hosts ? text('welcome_sites_also_tests', { name, hosts }) : text('welcome_sites_tests', { name });
  return hosts ? text('welcome_sites_also', { name, hosts }) : name;
}

type Props = Pick<Status, 'withheld'> & {
  readonly onAllowed: () => void;
  readonly onNext: () => void;
};

/** Step 2: the sites, and whether the browser lets us see them. */
export function StepSites({ withheld, onAllowed, onNext }: Props) {
  const { missing, allow } = useAccess(providers);
  return (
    <main class="main wide">
      <div class="say">
        <h1 tabIndex={-1}>{text('welcome_sites_heading')}</h1>
        <p class="lede">{text('welcome_sites_lede')}</p>
      </div>
      <WithheldNote {...{ withheld, onAllowed }} listed />
      <ul class="hosts">
        {providers.map((provider) => (
          <li key={provider.id}>
            <Tile letter={provider.letter} />
            <span class="strong">{hostsOf(provider).work[0]}</span>
            <span class="muted">{coverage(provider)}</span>
            <Standing {...{ provider }} missing={missing(provider)} onAllow={() => void allow(provider)} />
          </li>
        ))}
      </ul>
      <div class="do">
        {withheld.length === 0 && (
          <button class="btn btn-primary" type="button" onClick={onNext}>
            {text('welcome_continue')}
          </button>
        )}
        <a class="btn btn-quiet" href="../options/options.html#sites">
          {text('welcome_sites_own')}
        </a>
      </div>
      {withheld.length > 0 && <Skip means={text('welcome_sites_skip')} onSkip={onNext} />}
    </main>
  );
}

type StandingProps = {
  readonly provider: Provider;
  /** The patterns that are not granted; `undefined` until known. */
  readonly missing: readonly string[] | undefined;
  readonly onAllow: () => void;
};

function Standing({ provider: { name }, missing, onAllow }: StandingProps) {
  if (!missing) return null;
  return missing.length === 0 ? (
    <span class="ok">
      <Icon is="check" />
      {text('welcome_sites_allowed')}
    </span>
  ) : (
    <button
      class="btn btn-s"
      type="button"
      aria-label={text('welcome_sites_allow_one', { name })}
      onClick={onAllow}
    >
      {text('welcome_sites_allow')}
    </button>
  );
}
