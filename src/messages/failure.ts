/** How an answer says that something failed. */

/** What the user can do something about. `throw` is kept for bugs. Each has its words in `ui/failure.ts`. */
export type Failure =
  | 'refused' // wrong sender or malformed: not answered with data
  | 'vault-exists' // another page made the vault a moment ago
  | 'no-vault'
  | 'locked'
  | 'wrong-recipient' // the identity does not fit the stored public key
  | 'storage' // the browser could not store it (broken profile)
  | 'full' // the browser has no room left for it
  | 'broken' // the vault needs repair first; nothing is sealed until then
  | 'vault-newer' // a later version wrote the vault; nothing is opened or sealed until the update
  | 'busy' // everything is being sealed to a new key; ask again when that is done
  | 'not-held' // nothing is held under that id (any more)
  | 'not-found' // no record under that id
  | 'known-site' // that server is watched already
  // A record that cannot be opened; its bytes are kept and can be exported.
  | 'corrupt' // bytes changed or cut
  | 'other-vault' // sealed to another key
  | 'swapped' // it is another record's
  | 'replaced' // it opens, and is not what was listed
  | 'newer' // a later version wrote it
  | 'too-large'
  | 'unwritable' // the form that was chosen has no way to write this secret
  | 'missing' // it was listed, and is gone from the disk
  | 'gone'; // the extension was updated or removed; the page must be reloaded

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };
