/** What the lines about the vault's key say. */
import type { FailureWords } from '../../ui/failure';
import type { PasskeyFailure } from '../../ui/passphrase/passkey';
import { longDay } from '../../ui/time';

export const WRONG_CURRENT = 'This is not the current passphrase. Nothing was changed: try again.';

/** The worker did not run (most likely it did not get its 256 MiB), or a slot is damaged. */
export const NO_WORK: FailureWords = {
  what: 'The key could not be opened.',
  safe: 'Nothing was changed, and everything is still typed in.',
  next: 'Close other programs if memory is short, then try again. If it fails again, make a backup.',
};
export const SLOTS_GONE: FailureWords = {
  what: 'The vault has no passphrase that could be changed.',
  safe: 'Nothing was changed.',
  next: 'Make a backup while the vault is open.',
};

export const PASSKEY_NOT_ADDED: Readonly<Record<PasskeyFailure, FailureWords>> = {
  cancelled: {
    what: 'No passkey was added: the browser’s question was closed.',
    safe: 'Nothing was changed.',
    next: 'Try again when the device is at hand.',
  },
  'no-prf': {
    what: 'This authenticator cannot derive a key; the passphrase keeps working.',
    safe: 'Nothing was changed.',
    next: 'Try another device. If this one lists a passkey for SeenOnce now, it opens nothing: delete it there.',
  },
  'not-here': {
    what: 'This browser does not let an extension use passkeys.',
    safe: 'Nothing was changed, and the passphrase keeps working.',
    next: 'In Chromium this works with a device that can derive a key.',
  },
};

export function passphraseAbout(chosen: string | null): string {
  const when = chosen === null ? '' : `Changed on ${longDay(chosen)}. `;
  return `${when}It cannot be reset, only changed.`;
}

export const CHANGED =
  'The passphrase was changed. Backups from before open with the one they were made with.';

export const STARTED_OVER =
  'Everything is sealed to the new key, and only the new passphrase opens the vault. Make a new backup now: older ones open with the old passphrase.';

export const PASSKEY_ADDED =
  'The passkey was added. It opens the vault on its device; the passphrase keeps working.';
export const PASSKEY_REMOVED =
  'The passkey no longer opens this vault. Its device may still list it: delete it there too.';

/** @param can `null` until known */
export function passkeyAbout(can: boolean | null, firefox: boolean, unknown: number): string {
  const later =
    unknown === 0
      ? ''
      : ` A later version of SeenOnce added ${unknown === 1 ? 'one more key, which is' : `${unknown} more keys, which are`} kept.`;
  if (can !== false) return `Opens the vault with a device. The passphrase keeps working.${later}`;
  const who = firefox
    ? 'Firefox does not let an extension use passkeys'
    : 'This browser does not let an extension use passkeys';
  return `${who}. The passphrase keeps working.${later}`;
}
