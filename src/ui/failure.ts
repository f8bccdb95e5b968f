/** Every failure in words: what happened, what is safe, what to do. */
import type { Failure } from '../messages/protocol';

export type FailureWords = { readonly what: string; readonly safe: string; readonly next: string };

export const FAILURES: Readonly<Record<Failure, FailureWords>> = {
  refused: {
    what: 'SeenOnce did not accept this request.',
    safe: 'Nothing was changed.',
    next: 'Reload this page and try again.',
  },
  'vault-exists': {
    what: 'A vault exists already: unlock it.',
    safe: 'It was made on another page a moment ago, and nothing was replaced.',
    next: 'Use the passphrase that was chosen there.',
  },
  'no-vault': {
    what: 'There is no vault yet.',
    safe: 'What was seen waits in memory until there is one.',
    next: 'Create the vault first.',
  },
  locked: {
    what: 'The vault is locked.',
    safe: 'Your tokens are encrypted on this computer.',
    next: 'Unlock it and try again.',
  },
  'wrong-recipient': {
    what: 'The key in the vault and the key it encrypts to do not belong together.',
    safe: 'Your tokens were not changed.',
    next: 'Do not save new tokens until this is solved: somebody else may be able to read them.',
  },
  storage: {
    what: 'The browser could not store this.',
    safe: 'What was saved before is untouched.',
    next: 'Try again; if it fails again, restart the browser.',
  },
  full: {
    what: 'The disk has no room left.',
    safe: 'What was saved before is untouched, and nothing was stored by half.',
    next: 'Free some space, then try again.',
  },
  broken: {
    what: 'The vault needs repair.',
    safe: 'Your tokens were not changed, and new ones are held in memory.',
    next: 'Open the options page of SeenOnce, and repair it there.',
  },
  'vault-newer': {
    what: 'This vault was written by a newer version of SeenOnce.',
    safe: 'Nothing was changed, and what is held unsaved stays in memory.',
    next: 'Update SeenOnce to open it; keep pages open that show a token until then.',
  },
  busy: {
    what: 'Everything is being sealed to a new key.',
    safe: 'Your tokens are safe throughout, and nothing was changed by this.',
    next: 'Wait until it is done, then try again.',
  },
  'not-held': {
    what: 'This token is no longer held.',
    safe: 'If its page is still open, the token is still there.',
    next: 'Open that page again, or make a new token.',
  },
  'not-found': {
    what: 'This token is not in the vault.',
    safe: 'The other tokens are untouched.',
    next: 'Close this page and open it again to see the current list.',
  },
  'known-site': {
    what: 'This server is in the list already.',
    safe: 'Nothing was changed.',
    next: 'It was added on another page: reload this one to see it.',
  },
  corrupt: {
    what: 'This token cannot be opened: its stored bytes changed.',
    safe: 'The bytes are kept, and the other tokens are fine.',
    next: 'Make a new token at the site, and revoke this one there.',
  },
  'other-vault': {
    what: 'This token is sealed to another key, so this vault cannot open it.',
    safe: 'The bytes are kept, and the other tokens are fine.',
    next: 'Export the bytes if you have the other key; otherwise make a new token at the site.',
  },
  swapped: {
    what: 'What is stored in the place of this token is another one.',
    safe: 'It is not shown under the wrong name, and the bytes are kept.',
    next: 'Somebody changed the files of this browser: restore a backup, or make a new token at the site.',
  },
  replaced: {
    what: 'What is stored in the place of this token is not what was saved.',
    safe: 'It is not given out, and the bytes are kept.',
    next: 'Somebody changed the files of this browser: restore a backup, or make a new token at the site.',
  },
  newer: {
    what: 'A newer version of SeenOnce wrote this.',
    safe: 'It is left as it is.',
    next: 'Update SeenOnce to read or change it.',
  },
  'too-large': {
    what: 'What is stored in the place of this token is too large to be one.',
    safe: 'It is not read, and the bytes are kept.',
    next: 'Restore a backup, or make a new token at the site.',
  },
  missing: {
    what: 'This token was in the vault, and is gone from the disk.',
    safe: 'The other tokens are untouched.',
    next: 'Restore a backup, or make a new token at the site.',
  },
  gone: {
    what: 'SeenOnce was updated or restarted.',
    safe: 'What was saved is safe.',
    next: 'Reload this page.',
  },
};

/** The same as one line of text, for places that have one line. */
export function failureLine(failure: Failure): string {
  const { what, safe, next } = FAILURES[failure];
  return `${what} ${safe} ${next}`;
}
