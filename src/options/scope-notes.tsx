import { useMemo, useState } from 'preact/hooks';
import type { Status } from '../messages/protocol';
import { providers } from '../providers';
import { text } from '../text/text';
import { Icon, Tile } from '../ui/mark';
import { needsOf } from '../ui/repair/words';
import { ScopeLine } from './scope-line';
import {
  countOf,
  EVERYTHING,
  scopeGroups,
  wantedGroups,
  type ScopeGroup,
  type ScopeOwner,
  type Wanted,
} from './scope-rows';
import { ScopeTools } from './scope-tools';
import { useVaultView } from './vault-view';

/** What every scope permits, which tokens have it, and what the user wrote about it. */
export function ScopeNotes({ status }: { status: Status | null }) {
  const [wanted, setWanted] = useState<Wanted>(EVERYTHING);
  const { use, notes, readNotes } = useVaultView(status);
  const open = status?.vault === 'unlocked';
  const groups = useMemo(() => scopeGroups(providers, use, notes), [use, notes]);
  const shown = useMemo(
    () => wantedGroups(groups, open ? wanted : { ...wanted, mine: false, token: null }),
    [groups, wanted, open],
  );
  return (
    <section class="part" id="scopes" aria-labelledby="scopes-title">
      <h2 id="scopes-title">Scope notes</h2>
      <p class="lede">What each scope lets a token do, in plain words, and which of your tokens can.</p>
      {status && !open && <WayToOwnNotes status={status} />}
      <ScopeTools {...{ wanted, setWanted, open }} shown={countOf(shown)} of={countOf(groups)} />
      <table aria-label="Scopes" class={open ? 'scopes with-tokens' : 'scopes'}>
        <thead>
          <tr>
            <th scope="col">Scope</th>
            <th scope="col">What it permits</th>
            <th scope="col">Risk</th>
            {open && <th scope="col">Your tokens</th>}
          </tr>
        </thead>
        {shown.map((group, at) => (
          <Group
            key={`${group.provider.id} ${group.heading}`}
            {...{ group, open }}
            first={shown[at - 1]?.provider !== group.provider}
            onKept={readNotes}
            onToken={(token) => setWanted({ ...EVERYTHING, token })}
          />
        ))}
      </table>
      {shown.length === 0 && (
        <NothingShown
          {...{ wanted }}
          onClear={() => setWanted({ ...wanted, query: '' })}
          onAll={() => setWanted(EVERYTHING)}
        />
      )}
    </section>
  );
}

/** Why there are no notes and tokens to see, and the way to them. */
function WayToOwnNotes({ status }: { status: Status }) {
  const { needs, link } = needsOf(status.trouble);
  return (
    <div class="note">
      <Icon is="pen" />
      {status.vault === 'none' ? (
        <p>
          Your own notes and tokens are kept in the vault, and there is none yet.{' '}
          <a class="link" href="../welcome/welcome.html">
            Create the vault
          </a>
        </p>
      ) : (
        <p>
          Your own notes and tokens are in the vault, which {status.vault === 'broken' ? needs : 'is locked'}.{' '}
          <a class="link" href="#vault">
            {status.vault === 'broken' ? link : 'Unlock it'}
          </a>{' '}
          to read and write them here.
        </p>
      )}
    </div>
  );
}

type NothingProps = {
  readonly wanted: Wanted;
  readonly onClear: () => void;
  readonly onAll: () => void;
};

function NothingShown({ wanted, onClear, onAll }: NothingProps) {
  const onlyMine = wanted.mine && wanted.risk === null && wanted.token === null;
  if (wanted.query === '' && onlyMine)
    return <p class="nothing muted">None of your tokens says its scopes here.</p>;
  return (
    <div class="nothing">
      <p class="strong">
        {wanted.query === '' ? text('scope_none_match') : `Nothing matches “${wanted.query}”`}
      </p>
      <button class="btn" type="button" onClick={wanted.query === '' ? onAll : onClear}>
        {wanted.query === '' ? text('scope_show_all') : 'Clear search'}
      </button>
    </div>
  );
}

type GroupProps = {
  readonly group: ScopeGroup;
  readonly open: boolean;
  /** The first group of its provider carries the provider's own heading. */
  readonly first: boolean;
  readonly onKept: () => Promise<void>;
  readonly onToken: (name: string) => void;
};

function Group({ group: { provider, heading, rows }, open, first, onKept, onToken }: GroupProps) {
  const columns = open ? 4 : 3;
  return (
    <tbody>
      {first && (
        <tr class="provider">
          <th colSpan={columns} scope="rowgroup">
            <ProviderHeading provider={provider} />
          </th>
        </tr>
      )}
      {heading !== null && (
        <tr class="heading">
          <th colSpan={columns} scope="rowgroup">
            {heading}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <ScopeLine key={row.scope} {...{ provider, row, open, onKept, onToken }} />
      ))}
    </tbody>
  );
}

function ProviderHeading({ provider }: { provider: ScopeOwner }) {
  const { letter, name, scopesRemark, docsUrl } = provider;
  return (
    <div class="in">
      <Tile letter={letter} small />
      {name}
      <span class="muted">{scopesRemark ?? text('scope_unknown_provider')}</span>
      {docsUrl !== null && (
        <a class="link small" href={docsUrl} target="_blank" rel="noreferrer">
          {name} documentation
          <Icon is="out" small />
        </a>
      )}
    </div>
  );
}
