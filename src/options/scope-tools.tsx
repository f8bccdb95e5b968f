import { providers } from '../providers';
import { RISKS } from '../providers/provider';
import { counted, text } from '../text/text';
import { Icon } from '../ui/mark';
import type { Wanted } from './scope-rows';

type Props = {
  readonly wanted: Wanted;
  readonly setWanted: (wanted: Wanted) => void;
  /** How many scopes are shown, of how many. */
  readonly shown: number;
  readonly of: number;
  /** Whether the vault is open, so that there are notes and tokens to look for. */
  readonly open: boolean;
};

/** What is looked for: by words, provider, risk, and whether a token of the user's has it. */
export function ScopeTools({ wanted, setWanted, shown, of, open }: Props) {
  return (
    <div class="tools">
      <div class="search">
        <Icon is="search" />
        <input
          class="field"
          type="search"
          aria-label={text('scope_search')}
          placeholder={text(open ? 'scope_search_all' : 'scope_search')}
          autocomplete="off"
          spellcheck={false}
          value={wanted.query}
          onInput={({ currentTarget }) => setWanted({ ...wanted, query: currentTarget.value })}
        />
      </div>
      <ProviderTabs {...{ wanted, setWanted }} />
      <RiskChoice {...{ wanted, setWanted }} />
      {open && (
        <label class="choice">
          <input
            class="check"
            type="checkbox"
            checked={wanted.mine}
            onChange={({ currentTarget }) => setWanted({ ...wanted, mine: currentTarget.checked })}
          />
          {text('scope_mine')}
        </label>
      )}
      {open && wanted.token !== null && (
        <button
          class="btn btn-s of-token"
          type="button"
          title={text('scope_of_all')}
          onClick={() => setWanted({ ...wanted, token: null })}
        >
          {text('scope_of_token', { name: wanted.token })}
          <span aria-hidden="true">×</span>
        </button>
      )}
      <Count {...{ shown, of }} />
    </div>
  );
}

function ProviderTabs({ wanted, setWanted }: Pick<Props, 'wanted' | 'setWanted'>) {
  const choices: readonly (readonly [id: string | null, name: string])[] = [
    [null, text('scope_provider_all')],
    ...providers.map(({ id, name }) => [id, name] as const),
  ];
  return (
    <fieldset class="tabs" role="radiogroup" aria-label={text('scope_provider')}>
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
  );
}

function RiskChoice({ wanted, setWanted }: Pick<Props, 'wanted' | 'setWanted'>) {
  return (
    <select
      class="field"
      aria-label={text('risk')}
      value={wanted.risk ?? ''}
      onChange={({ currentTarget }) =>
        setWanted({ ...wanted, risk: RISKS.find((risk) => risk === currentTarget.value) ?? null })
      }
    >
      <option value="">{text('risk_any')}</option>
      {RISKS.map((risk) => (
        <option key={risk} value={risk}>
          {text(`risk_${risk}`)}
        </option>
      ))}
    </select>
  );
}

/** How many of all scopes are shown; a screen reader hears it when it changes. */
function Count({ shown, of }: Pick<Props, 'shown' | 'of'>) {
  const all = counted('scopes', of);
  return (
    <p class="count small muted" role="status">
      {shown === of ? all : text('scopes_of', { shown: String(shown), all })}
    </p>
  );
}
