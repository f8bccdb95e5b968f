/** What the background remembers of a token that was seen: an entry while it is held, a trace once saved. */
import type { Seen } from '../messages/protocol';
import type { PageSender } from '../messages/receive';
import type { Details } from '../providers/provider';
import { deleteSealed } from '../storage/records';
import { forget, recall, recallAll, remember } from '../storage/session';
import type { Token } from '../tokens/token';
import { sealRecord } from '../vault/record';
import { isShut } from './standing';

const HELD = 'held:';
const SAVED = 'saved:';
const DISCARDED = 'discarded:';
const SEEN = 'seen:';

/** A held token, in memory. It has its secret while there is no vault to seal it to, and where it may not be sealed yet. */
export type Entry = {
  readonly id: string;
  readonly provider: string;
  readonly kind: string;
  /** `https://github.com` */
  readonly origin: string;
  readonly path: string;
  readonly ends: string;
  readonly details: Details;
  /** ISO 8601 instant. */
  readonly seenAt: string;
  readonly state: 'held' | 'answered' | 'waits-for-vault';
  readonly tabId: number;
  readonly documentId: string | null;
  /** When its page went away, ms since the epoch; `null` while it is there. */
  readonly goneAt: number | null;
  readonly secret: string | null;
  /** False: the user switched holding off, so only the page has the secret. */
  readonly kept: boolean;
  /** Saved by hand: its secret stays in memory, vault or not, until the user has named it. */
  readonly byHand: boolean;
  /** Seen in private windows only: nothing of it goes to the disk before Save. */
  readonly incognito: boolean;
};

/** What a browser session remembers of a saved token. */
export type Saved = {
  /** ISO 8601 instants. */
  readonly savedAt: string;
  readonly seenAt: string;
  readonly origin: string;
  readonly documentId: string | null;
  readonly details: Details;
};

export const entryOf = (id: string) => recall<Entry>(HELD + id);
export const entries = async () => [...(await recallAll<Entry>(HELD)).values()];
export const putEntry = (entry: Entry) => remember(HELD + entry.id, entry);
export const dropEntry = (id: string) => forget(HELD + id);

/** Ends the holding of a token that was not saved. What never was on the disk leaves no deletion there either. */
export async function dropHeld({ id, incognito }: Pick<Entry, 'id' | 'incognito'>): Promise<void> {
  if (!incognito && !(await isShut())) await deleteSealed('held', [id]);
  await dropEntry(id);
}

export const savedOf = (id: string) => recall<Saved>(SAVED + id);
export const putSaved = (id: string, saved: Saved) => remember(SAVED + id, saved);

/** It was deleted: its page may offer it again. */
export const dropSaved = (id: string) => forget(SAVED + id);

export const putDiscarded = (id: string) => remember(DISCARDED + id, true);

/** All that is remembered of an id. */
export async function memoryOf(id: string) {
  return {
    entry: await entryOf(id),
    saved: await savedOf(id),
    discarded: (await recall<true>(DISCARDED + id)) === true,
  };
}

/** The id under which one of these fingerprints was seen in this browser session. */
export async function seenBefore(fingerprints: readonly string[]): Promise<string | undefined> {
  const ids = await Promise.all(fingerprints.map((each) => recall<string>(SEEN + each)));
  return ids.find((id) => id !== undefined);
}

/** Under each of its fingerprints, in one question. */
export async function putSeen(fingerprints: readonly string[], id: string): Promise<void> {
  await Promise.all(fingerprints.map((each) => remember(SEEN + each, id)));
}

export function newEntry(id: string, seen: Seen, from: PageSender, details: Details): Entry {
  return {
    id,
    provider: seen.provider,
    kind: seen.kind,
    origin: from.origin,
    path: seen.path,
    ends: seen.secret.slice(-4),
    details,
    seenAt: new Date().toISOString(),
    state: 'held',
    tabId: from.tabId,
    documentId: from.documentId,
    goneAt: null,
    secret: null,
    kept: true,
    byHand: false,
    incognito: from.incognito,
  };
}

/** Seals an entry as the record it will be. */
export function sealEntry(recipient: string, entry: Entry, secret: string): Promise<Uint8Array> {
  const { id, provider, kind, origin, path, ends, details, seenAt } = entry;
  const savedAt = new Date().toISOString();
  const token: Token = { ...details, id, provider, kind, origin, path, ends, seenAt, savedAt };
  return sealRecord(recipient, id, token, secret);
}
