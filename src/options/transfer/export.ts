/** Exporting: gathered and written in this page, and handed to the browser's own download. */
import { send } from '../../browser';
import type { Progress } from '../../messages/protocol';
import { text } from '../../text/text';
import { FORMATS, type FormatId } from '../../transfer/formats';
import { datedName, download } from '../../ui/download';
import { FAILURES, type FailureWords } from '../../ui/failure';
import { unreadable } from '../backup/make';
import { gather } from '../backup/parts';
import { exportedWords } from './words';

/** A provider's id, `other`, or all. */
export type Which = string | null;

export type Exported =
  | { readonly ok: true; readonly words: string }
  | { readonly ok: false; readonly problem: FailureWords };

export async function exportTokens(
  format: FormatId,
  which: Which,
  onProgress: (progress: Progress | null) => void,
): Promise<Exported> {
  const gathered = await gather((ask) => send('ui:backup-tokens', ask), onProgress);
  onProgress(null);
  if (!gathered.ok) return { ok: false, problem: FAILURES[gathered.failure] };
  const tokens = gathered.tokens.filter(({ provider }) => which === null || provider === which);
  if (tokens.length === 0) return { ok: false, problem: nothing() };
  const { ending, write } = FORMATS[format];
  const name = datedName(new Date(), ending);
  download(new TextEncoder().encode(write(tokens)), name);
  return { ok: true, words: exportedWords(tokens.length, name, which === null ? await unreadable() : 0) };
}

const nothing = (): FailureWords => ({
  what: text('transfer_none_what'),
  safe: text('transfer_none_safe'),
  next: text('transfer_none_next'),
});
