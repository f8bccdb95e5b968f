/**
 * What is saved, as fingerprints, kept in memory over a lock: a token that is shown again is known as
 * saved although the vault is locked. One text of fixed-width parts: it is searched in a tenth of a
 * millisecond and read in one, which a map of 10,000 is not.
 */
import { forget, recall, remember } from '../storage/session';

const KNOWN = 'known';
const PRINT = 22; // base64url characters
const ID = 22;
const TIME = 9; // base 36, ms since the epoch: enough until the year 5188
const LATEST = 36 ** TIME - 1;
const WIDTH = PRINT + ID + TIME;

export type Known = { readonly id: string; readonly fingerprint: string; readonly savedAt: string };

/** Was anything remembered in this session? */
export const isKnown = async () => (await recall<string>(KNOWN)) !== undefined;

/** They were made with a key that is not the vault's any more. */
export const forgetKnown = () => forget(KNOWN);

/** Takes the place of what was known before. */
export async function rememberKnown(saved: readonly Known[]): Promise<void> {
  const text = saved
    // Whoever has the public key chooses the id and the date of what he adds; every part has its width.
    .filter(({ id }) => id.length === ID)
    .map(({ fingerprint, id, savedAt }) => fingerprint + id + timeText(savedAt))
    .join('');
  if ((await recall<string>(KNOWN)) !== text) await remember(KNOWN, text);
}

function timeText(savedAt: string): string {
  const ms = Math.min(Math.max(Date.parse(savedAt) || 0, 0), LATEST);
  return ms.toString(36).padStart(TIME, '0');
}

/** The saved token with one of these fingerprints, or `null`. */
export async function knownAs(fingerprints: readonly string[]): Promise<Omit<Known, 'fingerprint'> | null> {
  const text = (await recall<string>(KNOWN)) ?? '';
  for (const fingerprint of fingerprints) {
    const at = find(text, fingerprint);
    if (at < 0) continue;
    const id = text.slice(at + PRINT, at + PRINT + ID);
    const savedAt = new Date(Number.parseInt(text.slice(at + PRINT + ID, at + WIDTH), 36));
    return { id, savedAt: savedAt.toISOString() };
  }
  return null;
}

/** Where a part begins with this fingerprint, or -1. */
function find(text: string, fingerprint: string): number {
  let at = text.indexOf(fingerprint);
  while (at >= 0 && at % WIDTH !== 0) at = text.indexOf(fingerprint, at + 1);
  return at;
}
