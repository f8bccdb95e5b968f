import type { Token } from './token';

/** What the site calls one token, or `null` if the page did not tell. */
function managedAs({ provider, kind, origin, account, manageId }: Token): string | null {
  return manageId === null ? null : JSON.stringify([provider, kind, origin, account, manageId]);
}

/**
 * The ids of tokens in whose place the site has made a new one: it keeps the management id when a token
 * is regenerated (GitHub, 2026), and the old value stops working.
 */
export function replacedIds(tokens: readonly Token[]): ReadonlySet<string> {
  const newest = new Map<string, Token>();
  const replaced = new Set<string>();
  for (const token of tokens) {
    const key = managedAs(token);
    const other = key === null ? undefined : newest.get(key);
    if (key === null) continue;
    const older = other && (other.seenAt > token.seenAt ? token : other);
    if (older) replaced.add(older.id);
    if (older !== token) newest.set(key, token);
  }
  return replaced;
}
