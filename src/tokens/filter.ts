/** What a list can be limited to, and what there is of it. */
import { isEndingSoon, type Endable } from './ending';
import type { Token } from './token';

/** What a list is limited to, beside the search. */
export type ListFilter = { readonly provider: string } | { readonly ending: true };

type Listed = Token & Endable;

export function filtered<T extends Listed>(
  tokens: readonly T[],
  filter: ListFilter | undefined,
  now: Date,
): readonly T[] {
  if (!filter) return tokens;
  if ('ending' in filter) return tokens.filter((token) => isEndingSoon(token, now));
  return tokens.filter(({ provider }) => provider === filter.provider);
}

export type Offered = {
  /** The one with most tokens first. */
  readonly providers: readonly string[];
  /** How many end soon. */
  readonly ending: number;
};

/** Once for each list and day, not once for each letter that is typed: ten thousand dates take 10 ms. */
const known = new WeakMap<readonly Listed[], { readonly day: string; readonly offered: Offered }>();

export function offered(tokens: readonly Listed[], now: Date): Offered {
  const day = now.toDateString();
  const before = known.get(tokens);
  if (before?.day === day) return before.offered;
  const counts = new Map<string, number>();
  for (const { provider } of tokens) counts.set(provider, (counts.get(provider) ?? 0) + 1);
  const providers = [...counts].toSorted((a, b) => b[1] - a[1]).map(([provider]) => provider);
  const made = { providers, ending: tokens.filter((token) => isEndingSoon(token, now)).length };
  known.set(tokens, { day, offered: made });
  return made;
}
