/** Importing: the file is read in this page, and what was ticked goes to the background as a backup does. */
import { base64urlnopad } from '@scure/base';
import { send } from '../../browser';
import type { BackupToken, Progress } from '../../messages/protocol';
import { refused, type Problem } from '../../transfer/entry';
import { LARGEST } from '../../transfer/file';
import { readFile } from '../../transfer/formats';
import { recognise, type Candidate } from '../../transfer/recognise';
import { partsOf, restoreAll } from '../backup/parts';
import { addedWords, refusedWords, stoppedWords } from './words';

export type Preview =
  | { readonly ok: true; readonly candidates: readonly Candidate[] }
  | { readonly ok: false; readonly problem: Problem };

/** Everything in a file that may be a token. Nothing is sent anywhere, and nothing is stored. */
export async function previewOf(file: File, now: Date): Promise<Preview> {
  // Before it is in memory.
  if (file.size > LARGEST) return refused('too_large');
  const buffer = await file.arrayBuffer().catch(() => null);
  if (!buffer) return refused('no_file');
  const read = readFile(file.name, new Uint8Array(buffer));
  if (!read.ok) return read;
  const sites = await send('ui:sites', null);
  const servers = sites.ok ? sites.value.servers : {};
  return { ok: true, candidates: recognise(read.entries, servers, now) };
}

/** What came of an import, in words. */
export type Imported = {
  readonly words: string;
  /** Why it stopped on its way, or `null`. */
  readonly stopped: string | null;
  readonly refused: string | null;
};

const newId = () => base64urlnopad.encode(crypto.getRandomValues(new Uint8Array(16)));

/**
 * Adds tokens to the vault. Up to a hundred are added all or not at all; of more, each hundred is, and
 * where one fails the words say how far it came.
 * @param now when it is said that they were saved: not when the file says, since no backup has them yet
 */
export async function importTokens(
  candidates: readonly Candidate[],
  now: Date,
  onProgress: (progress: Progress | null) => void,
): Promise<Imported> {
  const savedAt = now.toISOString();
  const tokens: BackupToken[] = candidates.flatMap(({ token }) =>
    token ? [{ ...token, id: newId(), savedAt }] : [],
  );
  const sum = await restoreAll(partsOf(tokens, []), (part) => send('ui:restore', part), onProgress);
  onProgress(null);
  const { stopped, refused: left } = sum;
  return {
    words: addedWords(sum),
    stopped: stopped && stoppedWords(stopped.done, tokens.length, stopped.failure),
    refused: left.length === 0 ? null : refusedWords(left, tokens),
  };
}
