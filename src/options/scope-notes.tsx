import { useMemo, useState } from 'preact/hooks';
import type { Status } from '../messages/protocol';
import { providers } from '../providers';
import type { Provider } from '../providers/provider';
import { rich } from '../text/rich';
import { text } from '../text/text';
import { Icon, Tile } from '../ui/mark';
import { needsOf } from '../ui/repair/words';
import { ScopeLine } from './scope-line';
import { scopeGroups, wantedGroups, type ScopeGroup, type Wanted } from './scope-rows';
import { useVaultView } from './vault-view';

/** What every scope permits, which tokens have it, and what the user wrote about it. */
export function ScopeNotes({ status }: { status: Status | null }) {
  const [wanted, setWanted] = useState<Wanted>({ query: '', provider: null, mine: false });
  const { use, notes, readNotes } = useVaultView(status);
  const open = status?.vault === 'unlocked';
  const groups = useMemo(() => scopeGroups(providers, use, notes), [use, notes]);
  const shown = useMemo(
    () => wantedGroups(groups, { ...wanted, mine: wanted.mine && open }),
    [groups, wanted, open],
  );
  return (
    <section class="part" id="scopes" aria-labelledby="scopes-title">
      <h2 id="scopes-title">Scope notes</h2>
      <p class="lede">What each scope lets a token do, in plain words, and which of your tokens can.</p>
      {status && !open && <WayToOwnNotes status={status} />}
      <Tools {...{ wanted, setWanted, open }} />
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
          />
        ))}
      </table>
      {shown.length === 0 && (
        <NothingShown {...{ wanted }} onClear={() => setWanted({ ...wanted, query: '' })} />
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

type ToolsProps = {
  readonly wanted: Wanted;
  readonly setWanted: (wanted: Wanted) => void;
  readonly open: boolean;
};

function Tools({ wanted, setWanted, open }: ToolsProps) {
  const choices: readonly (readonly [id: string | null, name: string])[] = [
    [null, 'All'],
    ...providers.map(({ id, name }) => [id, name] as const),
  ];
  return (
    <div class="tools">
      <div class="search">
        <Icon is="search" />
        <input
          class="field"
          type="search"
          aria-label="Search scopes"
          placeholder={open ? 'Search scopes and notes' : 'Search scopes'}
          autocomplete="off"
          spellcheck={false}
          value={wanted.query}
          onInput={({ currentTarget }) => setWanted({ ...wanted, query: currentTarget.value })}
        />
      </div>
      <fieldset class="tabs" role="radiogroup" aria-label="Provider">
        {choices.map(([id, name]) => (
          <label key={name}>
            <input
              class="unseen"
              type="radio"
              name="provider"
              checked={wanted.provider === id}
              onChange={() => setWanted({ ...wanted, provider: id })}
            />
            {name}
          </label>
        ))}
      </fieldset>
      {open && (
        <label class="choice">
          <input
            class="check"
            type="checkbox"
            checked={wanted.mine}
            onChange={({ currentTarget }) => setWanted({ ...wanted, mine: currentTarget.checked })}
          />
          Only what my tokens have
        </label>
      )}
    </div>
  );
}

function NothingShown({ wanted, onClear }: { wanted: Wanted; onClear: () => void }) {
  if (wanted.query === '') return <p class="nothing muted">None of your tokens says its scopes here.</p>;
  return (
    <div class="nothing">
      <p class="strong">Nothing matches “{wanted.query}”</p>
      <button class="btn" type="button" onClick={onClear}>
        Clear search
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
};

function Group({ group: { provider, heading, rows }, open, first, onKept }: GroupProps) {
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
        <ScopeLine key={row.scope} {...{ provider, row, open, onKept }} />
      ))}
    </tbody>
  );
}

function ProviderHeading({ provider: { letter, name, scopesRemark, docsUrl } }: { provider: Provider }) {
  return (
    <div class="in">
      <Tile letter={letter} small />
      {name}
      <span class="muted">{scopesRemark}</span>
      <a class="link small" href={docsUrl} target="_blank" rel="noreferrer">
        {name} documentation
        <Icon is="out" small />
      </a>
    </div>
  );
}
