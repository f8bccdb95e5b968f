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
    next: 'Check that the disk has room, then try again.',
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
