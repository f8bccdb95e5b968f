import type { Token } from './token';

/** Lower case without accents, so that "zürich" finds "Zurich". */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The text a search looks at: name, site, account, owner, scopes. Never the token. */
function searchable(token: Token): string {
  const host = new URL(token.origin).host;
  const parts = [
    token.name,
    host,
    token.provider,
    token.kind,
    token.account,
    token.owner,
    ...(token.scopes ?? []),
  ];
  return folded(parts.filter((part) => part !== null).join('\n'));
}

/** The tokens in which every word of the query occurs, in their given order. An empty query finds all. */
export function search<T extends Token>(tokens: readonly T[], query: string): readonly T[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return tokens;
  return tokens.filter((token) => {
    const text = searchable(token);
    return words.every((word) => text.includes(word));
  });
}

/** Newest first; ties keep a stable order by id. */
export function newestFirst(a: Token, b: Token): number {
  return b.savedAt.localeCompare(a.savedAt) || a.id.localeCompare(b.id);
}
