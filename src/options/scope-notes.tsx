import { useMemo, useState } from 'preact/hooks';
import type { Status } from '../messages/protocol';
import { providers } from '../providers';
import { rich } from '../text/rich';
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
      <h2 id="scopes-title">{text('options_scopes')}</h2>
      <p class="lede">{text('scope_lede')}</p>
      {status && !open && <WayToOwnNotes status={status} />}
      <ScopeTools {...{ wanted, setWanted, open }} shown={countOf(shown)} of={countOf(groups)} />
      <table aria-label={text('scope_table')} class={open ? 'scopes with-tokens' : 'scopes'}>
        <thead>
          <tr>
            <th scope="col">{text('scope_column_scope')}</th>
            <th scope="col">{text('scope_column_means')}</th>
            <th scope="col">{text('scope_column_risk')}</th>
            {open && <th scope="col">{text('scope_column_tokens')}</th>}
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
  const locked = status.vault !== 'broken';
  const way = (
    <a class="link" href="#vault">
      {locked ? text('scopes_way_locked_link') : link}
    </a>
  );
  const create = (
    <a class="link" href="../welcome/welcome.html">
      {text('scopes_way_none_link')}
    </a>
  );
  return (
    <div class="note">
      <Icon is="pen" />
      <p>
        {status.vault === 'none'
          ? rich('scopes_way_none', { link: create })
          : rich(`scopes_way_${locked ? 'locked' : needs}`, { link: way })}
      </p>
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
  if (wanted.query === '' && onlyMine) return <p class="nothing muted">{text('scope_mine_none')}</p>;
  return (
    <div class="nothing">
      <p class="strong">
        {wanted.query === '' ? text('scope_none_match') : text('scope_nothing', { query: wanted.query })}
      </p>
      <button class="btn" type="button" onClick={wanted.query === '' ? onAll : onClear}>
        {text(wanted.query === '' ? 'scope_show_all' : 'scope_clear_search')}
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
          <th colSpan={columns} scope="rowgroup" lang={rows[0]?.note ? 'en' : undefined}>
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
      {scopesRemark === null ? (
        <span class="muted">{text('scope_unknown_provider')}</span>
      ) : (
        <span class="muted" lang="en">
          {scopesRemark}
        </span>
      )}
      {docsUrl !== null && (
        <a class="link small" href={docsUrl} target="_blank" rel="noreferrer">
          {text('scope_docs', { name })}
          <Icon is="out" small />
        </a>
      )}
    </div>
  );
}
