/** Exporting: gathered and written in this page, and handed to the browser's own download. */
import { send } from '../../browser';
import type { Progress } from '../../messages/protocol';
import { text } from '../../text/text';
import { FORMATS, type FormatId } from '../../transfer/formats';
import { datedName, download } from '../../ui/download';
import { failureWords, type FailureWords } from '../../ui/failure';
import { withSlots, type Complaint } from '../../ui/passphrase/attempt';
import { openSlots } from '../../ui/passphrase/work';
import { unreadable } from '../backup/make';
import { gather } from '../backup/parts';
import { noWork, slotsGone } from '../keys/words';
import { exportedWords } from './words';

/** A provider's id, `other`, or all. */
export type Which = string | null;

export type Exported =
  | { readonly ok: true; readonly words: string }
  | { readonly ok: false; readonly complaint: Complaint };

const told = (problem: FailureWords): Exported => ({ ok: false, complaint: { problem } });

/** The vault is open, yet who sits here may be somebody else: nothing is read before the passphrase is theirs. */
function checked(passphrase: string) {
  const wrong = text('transfer_wrong_passphrase');
  return withSlots((slots) => openSlots(slots, passphrase), {
    wrong,
    failed: { problem: noWork() },
    none: { problem: slotsGone() },
  });
}

export async function exportTokens(
  { format, which, passphrase }: { format: FormatId; which: Which; passphrase: string },
  onProgress: (progress: Progress | null) => void,
): Promise<Exported> {
  const own = await checked(passphrase);
  if (!own.ok) return own;
  const gathered = await gather((ask) => send('ui:backup-tokens', ask), onProgress);
  onProgress(null);
  if (!gathered.ok) return told(failureWords(gathered.failure));
  const tokens = gathered.tokens.filter(({ provider }) => which === null || provider === which);
  if (tokens.length === 0) return told(nothing());
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
