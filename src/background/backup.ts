/** What goes into a backup, and what comes back from one. The file itself is made and read by a page. */
import type { BackupNote, BackupState, BackupToken, Restored } from '../messages/protocol';
import { backups } from '../storage/items';
import { addSealed, readSealed } from '../storage/records';
import { newId, openRecord, RECORD_VERSION, sealRecord } from '../vault/record';
import { secretLine } from '../vault/secret-line';
import { asToken } from './contents';
import { fingerprintOf } from './fingerprint';
import { allNotes, datedNotes, sealNote } from './notes';
import { inOpenVault, openVault, openVaultSoFar } from './open-vault';
import { copyFollows } from './second-copy';
import { existingHeader } from './standing';
import { store, type OpenVault } from './stored-index';
import { touch } from './unlock';

const MONTH_MS = 30 * 24 * 60 * 60_000;

/** The tokens `[from, from + count)`, oldest first: one that is saved meanwhile comes last. Refuses with `locked`. */
export async function backupTokens(
  from: number,
  count: number,
): Promise<{ tokens: BackupToken[]; total: number }> {
  const vault = await openVault();
  await touch();
  const listed = vault.contents.tokens.toReversed();
  const tokens: BackupToken[] = [];
  for (const { id } of listed.slice(from, from + count)) {
    const sealed = await readSealed('records', id);
    const record = sealed && (await openRecord(vault.identity, id, sealed));
    const token = record?.ok ? asToken(record.metadata) : null;
    if (!record?.ok || !token) continue; // It is told among the problems.
    const secret = record.secret();
    record.forget();
    tokens.push({ ...token, secret });
  }
  return { tokens, total: listed.length };
}

/** Refuses with `locked`, `no-vault`. */
export function backupNotes(): Promise<readonly BackupNote[]> {
  return datedNotes();
}

export async function backedUp(now: Date): Promise<void> {
  await backups.set({ newest: now.toISOString() });
}

/** As far as the open vault is loaded; `null` while it is not. */
export async function backupState(now: Date): Promise<BackupState | null> {
  const vault = await openVaultSoFar();
  if (!vault) return null;
  const { newest } = await backups.get();
  const { tokens } = vault.contents; // Newest first.
  const older = newest === null ? -1 : tokens.findIndex(({ savedAt }) => savedAt <= newest);
  const newer = older < 0 ? tokens.length : older;
  const today = now.toISOString();
  // Without any backup the first token begins the month, and today ends it.
  const [begin = today, end = today] =
    newest === null ? [tokens.at(-1)?.savedAt] : [newest, tokens[0]?.savedAt];
  return { newest, newer, due: newer > 0 && Date.parse(end) - Date.parse(begin) >= MONTH_MS };
}

/**
 * Adds what is not here yet, sealed to the vault's key, all or none of it, and answers when it is on
 * the disk. Nothing is overwritten: what is here, by its id or its secret, stays as it is, and an id
 * that is taken by a damaged or deleted token is not used again. Refuses with `locked`.
 */
export function restore(tokens: readonly BackupToken[], notes: readonly BackupNote[]): Promise<Restored> {
  return inOpenVault(async (vault) => {
    const { recipient } = await existingHeader();
    const prints = new Set(
      [...vault.contents.entries()].flatMap(({ failure, fingerprint }) =>
        failure === null ? [fingerprint] : [],
      ),
    );
    const added = new Map<string, Uint8Array>();
    const refused: string[] = [];
    const back: string[] = [];
    for (const token of tokens) {
      const print = await fingerprintOf(vault.prints, token.origin, secretLine(token.secret));
      const entry = vault.contents.entry(token.id);
      if (prints.has(print) || (entry && entry.failure === null)) continue;
      const id = entry || vault.contents.isDeleted(token.id) ? newId() : token.id;
      const sealed = await sealBackup(recipient, id, token);
      if (!sealed) {
        refused.push(token.id);
        continue;
      }
      prints.add(print);
      added.set(id, sealed);
      if (entry?.failure?.what === 'missing') back.push(entry.id);
    }
    const sealedNotes = await newNotes(recipient, notes);
    await addSealed({ records: added, notes: sealedNotes });
    void copyFollows('records', added);
    void copyFollows('notes', sealedNotes);
    await foundAgain(vault, back);
    return { added: added.size, known: tokens.length - added.size - refused.length, refused };
  });
}

/** `null`: a later version's, or too large. */
async function sealBackup(recipient: string, id: string, token: BackupToken): Promise<Uint8Array | null> {
  const { secret, ...metadata } = token;
  if ('v' in metadata && metadata.v !== RECORD_VERSION) return null;
  try {
    return await sealRecord(recipient, id, { ...metadata, id }, secret);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

async function newNotes(recipient: string, notes: readonly BackupNote[]): Promise<Map<string, Uint8Array>> {
  const here = new Set((await allNotes()).map(({ provider, scope }) => JSON.stringify([provider, scope])));
  const missing = notes.filter(({ provider, scope }) => !here.has(JSON.stringify([provider, scope])));
  return new Map(await Promise.all(missing.map((note) => sealNote(recipient, note))));
}

/** A token that was missing is here again under another id. */
async function foundAgain(vault: OpenVault, ids: readonly string[]): Promise<void> {
  for (const id of ids) vault.contents.drop(id);
  if (ids.length > 0) await store(vault, []);
}
