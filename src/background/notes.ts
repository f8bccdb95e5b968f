/**
 * The user's own notes on scopes. Sealed like tokens, under random ids, so that writing works locked
 * and the disk does not tell which scope has one. The newest note on a scope counts; older ones are
 * removed when the notes are next read.
 */
import type { BackupNote, OwnNote } from '../messages/protocol';
import { deleteSealed, putSealed, readSealed, sealedIds } from '../storage/records';
import { newId, openRecord, sealRecord } from '../vault/record';
import { copyFollows, without } from './second-copy';
import { existingHeader } from './standing';
import { openIdentity } from './unlock';

type Dated = OwnNote & { readonly id: string; readonly at: number };

/** Keeps a note; an empty text removes it. Refuses with `no-vault`. */
export async function setNote({ provider, scope, text }: OwnNote): Promise<void> {
  const { recipient } = await existingHeader();
  // Finer than Date.now(): two notes of one millisecond have an order.
  const at = performance.timeOrigin + performance.now();
  const [id, sealed] = await sealNote(recipient, { provider, scope, text, at });
  await putSealed('notes', id, sealed);
  void copyFollows('notes', new Map([[id, sealed]]));
}

/** Seals a note under an id of its own. */
export async function sealNote(
  recipient: string,
  { provider, scope, text, at }: BackupNote,
): Promise<readonly [id: string, sealed: Uint8Array]> {
  const id = newId();
  return [id, await sealRecord(recipient, id, { provider, scope, at }, text)];
}

/** All notes, one per scope. Refuses with `locked`, `no-vault`. A note that cannot be opened is kept and left out. */
export async function allNotes(): Promise<OwnNote[]> {
  return (await datedNotes()).map(({ provider, scope, text }) => ({ provider, scope, text }));
}

/** The same, with when each was written. */
export async function datedNotes(): Promise<BackupNote[]> {
  const identity = await openIdentity();
  const newest = new Map<string, Dated>();
  const superseded: string[] = [];
  for (const id of await sealedIds('notes')) {
    const note = await openNote(identity, id);
    if (!note) continue;
    const key = JSON.stringify([note.provider, note.scope]);
    const other = newest.get(key);
    if (other) superseded.push(other.at > note.at ? note.id : other.id);
    if (!other || note.at >= other.at) newest.set(key, note);
  }
  if (superseded.length > 0) await deleteSealed('notes', superseded);
  void copyFollows('notes', without(superseded));
  return [...newest.values()]
    .filter(({ text }) => text.trim() !== '')
    .map(({ provider, scope, text, at }) => ({ provider, scope, text, at }));
}

async function openNote(identity: string, id: string): Promise<Dated | null> {
  const sealed = await readSealed('notes', id);
  const record = sealed && (await openRecord(identity, id, sealed));
  if (!record?.ok) return null;
  const { provider, scope, at } = record.metadata;
  if (typeof provider !== 'string' || typeof scope !== 'string' || typeof at !== 'number') return null;
  const text = record.secret();
  record.forget();
  return { id, at, provider, scope, text };
}
