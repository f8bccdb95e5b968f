/** Whether a new passphrase may take the place of the present one. */
import { text } from '../../text/text';
import type { Verdict } from './judge';

export type Complaint = { readonly field: 'first' | 'second'; readonly words: string };

type Asked = {
  readonly current: string;
  readonly wanted: string;
  readonly repeated: string;
  /** Six words, typed back: capitals and further spaces do not matter. */
  readonly generated: boolean;
  readonly verdict: Verdict;
};

/** Words as they stand in the list, whatever the keyboard made of them. */
export function asTyped(words: string): string {
  return words.trim().toLowerCase().split(/\s+/).join(' ');
}

/** What is wrong, and at which field; `null` if nothing is. */
export function complaintOf({ current, wanted, repeated, generated, verdict }: Asked): Complaint | null {
  if (verdict === 'refused') return { field: 'first', words: text('passphrase_complaint_weak') };
  // Two keyboards may write the same letter differently; the vault's bytes are those of NFC.
  if (wanted.normalize('NFC') === current.normalize('NFC'))
    return { field: 'first', words: text('passphrase_complaint_same') };
  if (generated)
    return asTyped(repeated) === wanted
      ? null
      : { field: 'second', words: text('passphrase_complaint_other_words') };
  if (wanted.normalize('NFC') !== repeated.normalize('NFC'))
    return { field: 'second', words: text('passphrase_complaint_different') };
  return null;
}
