/** The list of saved tokens. Opened metadata stays in the worker's memory while the vault is unlocked. */
import type { Failure, Listing } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { readSealed, sealedIds } from '../storage/records';
import { newestFirst, search } from '../tokens/search';
import type { Token } from '../tokens/token';
import { openRecord, type Metadata } from '../vault/record';
import { onLock, openIdentity } from './unlock';

type Opened =
  | { readonly ok: true; readonly token: Token }
  | { readonly ok: false; readonly failure: Failure };

const opened = new Map<string, Opened>();
onLock(() => opened.clear());

/** Forgets what was opened under this id, because the record was written again. */
export function reopen(id: string): void {
  opened.delete(id);
}

/** What a record must have to be listed. Other fields are kept and ignored. */
export function isToken(metadata: Metadata): boolean {
  const texts = ['id', 'provider', 'kind', 'origin', 'ends', 'seenAt', 'savedAt'];
  return texts.every((key) => typeof metadata[key] === 'string') && URL.canParse(String(metadata.origin));
}

async function open(identity: string, id: string): Promise<Opened> {
  const sealed = await readSealed('records', id);
  if (!sealed) return { ok: false, failure: 'not-found' };
  const record = await openRecord(identity, id, sealed);
  if (!record.ok || !isToken(record.metadata)) return { ok: false, failure: 'corrupt' };
  const { metadata } = record;
  record.forget();
  // Checked by `isToken`, and written by `sealEntry`.
  return { ok: true, token: metadata as unknown as Token };
}

async function openAll(identity: string): Promise<Map<string, Opened>> {
  const ids = await sealedIds('records');
  for (const id of ids) if (!opened.has(id)) opened.set(id, await open(identity, id));
  const present = new Set(ids);
  for (const id of opened.keys()) if (!present.has(id)) opened.delete(id);
  return opened;
}

/** All tokens that can be opened, newest first. Refuses with `locked`, `no-vault`. */
export async function allTokens(): Promise<Token[]> {
  const all = await openAll(await openIdentity());
  return [...all.values()].flatMap((entry) => (entry.ok ? [entry.token] : [])).toSorted(newestFirst);
}

/** The window `[from, from + count)` of the tokens that match. Refuses with `locked`, `no-vault`. */
export async function listing(query: string, from: number, count: number): Promise<Listing> {
  const tokens = await allTokens();
  const matching = search(tokens, query);
  const unreadable = [...opened].flatMap(([id, entry]) => (entry.ok ? [] : [{ id, failure: entry.failure }]));
  return {
    tokens: matching.slice(from, from + count).map((token) => ({ ...token, fresh: false, replaced: false })),
    matching: matching.length,
    total: tokens.length,
    problems: unreadable.length,
    opening: null,
  };
}

/** One token's metadata. Refuses with `locked`, `no-vault`, `not-found`, `corrupt`. */
export async function tokenOf(id: string): Promise<Token> {
  const entry = await open(await openIdentity(), id);
  if (!entry.ok) throw new Refusal(entry.failure);
  return entry.token;
}

/** A token and its decoded secret, to be copied. Refuses like `tokenOf`. */
export async function revealed(id: string): Promise<{ token: Token; secret: string }> {
  const identity = await openIdentity();
  const token = await tokenOf(id);
  const record = await openRecord(identity, id, (await readSealed('records', id)) ?? new Uint8Array());
  if (!record.ok) throw new Refusal('corrupt');
  const secret = record.secret();
  record.forget();
  return { token, secret };
}

/** provider -> scope -> the names of the tokens that have it. */
export async function scopeUse(): Promise<Record<string, Record<string, string[]>>> {
  const use: Record<string, Record<string, string[]>> = {};
  for (const { provider, scopes, name, ends } of await allTokens()) {
    for (const scope of scopes ?? []) ((use[provider] ??= {})[scope] ??= []).push(name ?? `…${ends}`);
  }
  return use;
}
