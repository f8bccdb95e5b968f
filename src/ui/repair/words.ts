/** Why a vault is broken, in words: what happened, what is safe, what to do. */
import type { Trouble } from '../../messages/protocol';
import type { FailureWords } from '../failure';

/** What stands above each: a passphrase helps with the first only. */
export const TITLES: Readonly<Record<Trouble, string>> = {
  'header-lost': 'The vault needs repair',
  'header-corrupt': 'The vault needs repair',
  'recipient-replaced': 'The vault needs repair',
  'header-newer': 'Update SeenOnce',
  'database-newer': 'Update SeenOnce',
  'storage-broken': 'The browser cannot open the vault',
};

/** Whether the passphrase repairs it. */
export function isRepairable(trouble: Trouble): boolean {
  return !isOfNewer(trouble) && trouble !== 'storage-broken';
}

/** Whether an update solves it, and nothing else. */
export function isOfNewer(trouble: Trouble | null): boolean {
  return trouble === 'header-newer' || trouble === 'database-newer';
}

/** What the vault needs before it can be used, and the link that leads to it. */
export const needsOf = (trouble: Trouble | null) =>
  isOfNewer(trouble)
    ? ({ needs: 'needs a newer version of SeenOnce', link: 'See what happened' } as const)
    : ({ needs: 'needs repair', link: 'Repair it' } as const);

const UPDATE =
  'Update SeenOnce to open it. Nothing can be saved or copied until then: keep pages open that show a token.';

export const TROUBLES: Readonly<Record<Trouble, FailureWords>> = {
  'header-lost': {
    what: 'The stored keys of the vault are gone from the disk.',
    safe: 'The tokens are still there, encrypted, and new ones are held in memory until the vault is repaired.',
    next: 'Type the passphrase: SeenOnce puts the keys back from their second copy.',
  },
  'header-corrupt': {
    what: 'The stored keys of the vault cannot be read: their bytes changed.',
    safe: 'The tokens are still there, encrypted, and new ones are held in memory until the vault is repaired.',
    next: 'Type the passphrase: SeenOnce puts the keys back from their second copy.',
  },
  'header-newer': {
    what: 'The keys of this vault were written by a newer version of SeenOnce.',
    safe: 'Nothing was changed: they and the tokens are left as they are, and new tokens are held in memory.',
    next: UPDATE,
  },
  'database-newer': {
    what: 'This vault was written by a newer version of SeenOnce.',
    safe: 'Nothing was changed: the database and its second copy are left as they are, and new tokens are held in memory.',
    next: UPDATE,
  },
  'storage-broken': {
    what: 'The browser cannot open the database in which the tokens are.',
    safe: 'SeenOnce writes nothing to it while this is so, and keeps a second copy of the tokens, encrypted.',
    next: 'Keep pages open that show a token. Then close the browser, free some space on the disk if it is full, and start it again. If it stays so, close it, copy the folder of this browser profile, and move SeenOnce’s folder out of its IndexedDB folder: at the next start the tokens come back from the second copy.',
  },
  'recipient-replaced': {
    what: 'The key that new tokens are sealed to is not the key of this vault.',
    safe: 'What was saved before that is unchanged. SeenOnce has stopped saving, and new tokens are held in memory.',
    next: 'Type the passphrase: SeenOnce puts the right key back.',
  },
};

/** What follows from a replaced key; said before and after the repair. */
export const EXPOSED =
  'Since an unknown time, new tokens may have been sealed to somebody else’s key: you cannot open those, and somebody else may. After the repair they are listed as tokens that cannot be opened. Revoke them at their sites.';

/** What is true where no passphrase opens anything. */
export const NO_WAY = {
  lead: 'If no passphrase opens it',
  rest: [
    'The vault cannot be repaired then: there is no other key, here or anywhere.',
    'A backup still opens with its own passphrase: with the age command line tool, without SeenOnce and without this vault.',
    'Copy the folder of this browser profile before you remove the extension: while the bytes exist, a passphrase that comes back to mind opens them.',
  ],
} as const;

export const WRONG =
  'This passphrase opens nothing of what is left. Nothing was changed: try again, also with an older passphrase.';
export const DAMAGED = 'What is left of the keys is damaged too, and does not open. Nothing was changed.';
export const NO_SLOTS =
  'No copy of the keys is left on the disk, so there is nothing that a passphrase could open.';
/** The identity opened, and belongs to nothing that is left. */
export const NOT_OURS: FailureWords = {
  what: 'This passphrase opens a key, but not the key of the tokens that are here.',
  safe: 'Nothing was changed.',
  next: 'If the vault had another passphrase before, try that one.',
};

export const REPAIRED = 'The vault is repaired, and unlocked.';
