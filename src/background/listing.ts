/** The list of saved tokens, from the index of the open vault: no record is opened for it. */
import type { ListedToken, ListFilter, Listing } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { endOf } from '../tokens/ending';
import { search } from '../tokens/search';
import { openRecord } from '../vault/record';
import { readListed } from './checking';
import type { MarkedToken } from './contents';
import { savedOf } from './entry';
import { filtered, offered } from '../tokens/filter';
import { openVault, openVaultSoFar } from './open-vault';
import type { OpenVault } from './stored-index';
import { openIdentity } from './unlock';
import { openingProgress } from './up-to-date';

/** A list that takes longer, because it is made from the records, is shown as far as it is, ms. */
const SHOWN_AFTER_MS = 250;

const after = (ms: number) =>
  new Promise<null>((resolve) => {
    setTimeout(() => resolve(null), ms);
  });

/** Nobody knows yet how many records there are to open. */
const NOT_COUNTED = { done: 0, of: 0 };

/** All tokens that can be opened, newest first. Refuses with `locked`, `no-vault`, `broken`. */
export async function allTokens(): Promise<readonly MarkedToken[]> {
  return (await openVault()).contents.tokens;
}

/** The window `[from, from + count)` of the tokens that match. Refuses with `locked`, `no-vault`, `broken`. */
export async function listing(
  query: string,
  from: number,
  count: number,
  filter?: ListFilter,
): Promise<Listing> {
  await openIdentity();
  const upToDate = await Promise.race([openVault(), after(SHOWN_AFTER_MS)]);
  const vault = upToDate ?? (await openVaultSoFar());
  const tokens = vault?.contents.tokens ?? [];
  const matching = search(filtered(tokens, filter, new Date()), query);
  return {
    tokens: await Promise.all(matching.slice(from, from + count).map(witnessed)),
    matching: matching.length,
    total: tokens.length,
    ...offered(tokens, new Date()),
    problems: vault ? vault.contents.problems.length + vault.contents.notices.length : 0,
    // What is not compared with the disk yet is no whole list, whether its records are counted already or not.
    opening: openingProgress() ?? (upToDate ? null : NOT_COUNTED),
  };
}

/** As many as the page "Ending soon" draws at once. */
const ENDING_LISTED = 500;

/** What ends within so many days from now, or ended within as many before, in the order of the ends. Refuses with `locked`, `no-vault`, `broken`. */
export async function endingTokens(
  days: number,
  now: Date,
): Promise<{ tokens: readonly MarkedToken[]; total: number }> {
  const near = (await allTokens()).flatMap((token) => {
    const end = token.replaced ? null : endOf(token.expires, now);
    return end && Math.abs(end.days) <= days ? [{ token, end }] : [];
  });
  // What has ended gives way to what is still to come.
  const nearest = near.toSorted(
    (a, b) => Number(a.end.ended) - Number(b.end.ended) || Math.abs(a.end.days) - Math.abs(b.end.days),
  );
  const listed = nearest.slice(0, ENDING_LISTED).toSorted((a, b) => a.end.days - b.end.days);
  return { tokens: listed.map(({ token }) => token), total: near.length };
}

/** One token's metadata, if its record is what is listed. Refuses with `locked`, `no-vault`, `not-found`, or what is wrong with it. */
export async function tokenOf(id: string): Promise<ListedToken> {
  return witnessed(tokenIn((await readListed(id)).vault, id));
}

/** This session's memory knows what it has saved, or has seen on its page. */
async function witnessed(token: MarkedToken): Promise<ListedToken> {
  return { ...token, witnessed: (await savedOf(token.id)) !== undefined };
}

function tokenIn({ contents }: OpenVault, id: string): MarkedToken {
  const token = contents.tokens.find((listed) => listed.id === id);
  if (!token) throw new Refusal('not-found');
  return token;
}

/** A token and its decoded secret, to be copied. Refuses like `tokenOf`. */
export async function revealed(id: string): Promise<{ token: MarkedToken; secret: string }> {
  const { vault, sealed } = await readListed(id);
  const record = await openRecord(vault.identity, id, sealed);
  if (!record.ok) throw new Refusal(record.failure);
  const secret = record.secret();
  record.forget();
  return { token: tokenIn(vault, id), secret };
}

/** provider -> scope -> the names of the tokens that have it. */
export async function scopeUse(): Promise<Record<string, Record<string, string[]>>> {
  const use: Record<string, Record<string, string[]>> = {};
  for (const { provider, scopes, name, label, ends } of await allTokens()) {
    for (const scope of scopes ?? [])
      ((use[provider] ??= {})[scope] ??= []).push(label ?? name ?? `…${ends}`);
  }
  return use;
}
