/** What the table of scope notes shows: every scope we know, and every one that a saved token has. */
import type { Ask, OwnNote, UiMessages } from '../messages/protocol';
import type { Provider, Risk, Scope } from '../providers/provider';
import { text } from '../text/text';

/** provider -> scope -> names of the tokens that have it. */
export type ScopeUse = UiMessages['ui:scope-use']['answer'];

export type ScopeRow = {
  readonly scope: string;
  /** `null`: a token has it, and we have no note on it. */
  readonly note: Scope | null;
  /** Names of the saved tokens that have it. */
  readonly tokens: readonly string[];
  /** The user's own note, or `''`. */
  readonly own: string;
};

/** Whose scopes they are. */
export type ScopeOwner = Pick<Provider, 'id' | 'name' | 'letter' | 'enforcesScopes'> & {
  /** `null` of a provider that only a newer version knows, or knew before an older one came back. */
  readonly scopesRemark: string | null;
  readonly docsUrl: string | null;
};

export type ScopeGroup = {
  readonly provider: ScopeOwner;
  /** "classic", or `null` if the provider's scopes are not divided. */
  readonly heading: string | null;
  readonly rows: readonly ScopeRow[];
};

export type Wanted = {
  readonly query: string;
  /** A provider's id, or `null` for all. */
  readonly provider: string | null;
  /** Only scopes that a saved token has. */
  readonly mine: boolean;
  /** Only scopes of this harm, which is the worst of what each permits. */
  readonly risk: Risk | null;
  /** Only scopes that a token of this name has. */
  readonly token: string | null;
};

export const EVERYTHING: Wanted = { query: '', provider: null, mine: false, risk: null, token: null };

function rowsOf(
  { id, scopes }: { readonly id: string; readonly scopes: Provider['scopes'] },
  use: ScopeUse,
  notes: readonly OwnNote[],
): ScopeRow[] {
  const own = new Map(
    notes.filter(({ provider }) => provider === id).map(({ scope, text: written }) => [scope, written]),
  );
  const used = new Map(Object.entries(use[id] ?? {}));
  const known = new Map(Object.entries(scopes));
  const names = new Set([...known.keys(), ...used.keys()]);
  return [...names].map((scope) => ({
    scope,
    note: known.get(scope) ?? null,
    tokens: used.get(scope) ?? [],
    own: own.get(scope) ?? '',
  }));
}

/** A token says a provider that this version has no notes on: its scopes are listed all the same. */
function unknownProvider(id: string): ScopeOwner & Pick<Provider, 'scopes'> {
  return { id, name: id, letter: '?', enforcesScopes: true, scopesRemark: null, docsUrl: null, scopes: {} };
}

/** All scopes, under the headings of their providers, in the providers' order. */
export function scopeGroups(
  providers: readonly Provider[],
  use: ScopeUse,
  notes: readonly OwnNote[],
): readonly ScopeGroup[] {
  const known = new Set(providers.map(({ id }) => id));
  const unknown = Object.keys(use).filter((id) => !known.has(id));
  const undescribed = text('scope_undescribed');
  return [...providers, ...unknown.map(unknownProvider)].flatMap((provider) => {
    const byHeading = new Map<string | null, ScopeRow[]>();
    for (const row of rowsOf(provider, use, notes)) {
      const heading = row.note ? (row.note.group ?? null) : undescribed;
      byHeading.set(heading, [...(byHeading.get(heading) ?? []), row]);
    }
    return [...byHeading].map(([heading, rows]) => ({ provider, heading, rows }));
  });
}

function folded(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Scope, its meaning, its risks, the user's note, its tokens, provider and heading. */
function searchable({ provider, heading }: ScopeGroup, { scope, note, tokens, own }: ScopeRow): string {
  const risks = (note?.risk ?? []).map((risk) => text(`risk_${risk}`));
  const words = [scope, note?.means, note?.broad?.lead, note?.broad?.rest, ...risks];
  return folded([provider.name, heading, ...words, ...tokens, own].filter(Boolean).join('\n'));
}

/** The groups without the rows that are not wanted, and without those left empty. */
export function wantedGroups(groups: readonly ScopeGroup[], wanted: Wanted): readonly ScopeGroup[] {
  const words = folded(wanted.query).split(/\s+/).filter(Boolean);
  const fits = (group: ScopeGroup, row: ScopeRow) =>
    (!wanted.mine || row.tokens.length > 0) &&
    (wanted.token === null || row.tokens.includes(wanted.token)) &&
    (wanted.risk === null || row.note?.risk.at(-1) === wanted.risk) &&
    words.every((word) => searchable(group, row).includes(word));
  return groups
    .filter(({ provider }) => wanted.provider === null || provider.id === wanted.provider)
    .map((group) => ({ ...group, rows: group.rows.filter((row) => fits(group, row)) }))
    .filter(({ rows }) => rows.length > 0);
}

export function countOf(groups: readonly ScopeGroup[]): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** Where a scope is documented; `null`: nowhere that this version knows. */
export function documentationOf({ docsUrl }: ScopeOwner, { note }: ScopeRow): string | null {
  return note?.source ?? docsUrl;
}

/** What is sent to keep a note; an empty text removes it. */
export function noteToKeep(provider: ScopeOwner, row: ScopeRow, written: string): Ask<'ui:set-note'> {
  return { provider: provider.id, scope: row.scope, text: written.trim() };
}
