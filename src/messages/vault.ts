/** What our pages are told of the vault, and hand over to it. */
import type { Token } from '../tokens/token';

import type { Failure } from './failure';

export type { ListFilter } from '../tokens/filter';

/** `broken`: there is one, and nothing is sealed to it until it was repaired; `Status.trouble` says why. */
export type VaultState = 'none' | 'locked' | 'unlocked' | 'broken';

/** What is wrong with the vault's header, the public key and the slots that wrap the private one. */
export type Trouble =
  | 'header-lost' // it is gone; its second copy, or tokens, are still there
  | 'header-corrupt' // it cannot be read
  | 'storage-broken' // the browser cannot open the database at all
  | 'header-newer' // a later version wrote it, or the only copy of it: never touched, never repaired
  | 'database-newer' // a later version made the database, and the browser opens it for no older one
  | 'recipient-replaced'; // its public key is not the one of the key that its slot opened

/** How a long task goes on. */
export type Progress = { readonly done: number; readonly of: number };

/** What a page that chose a passphrase made of it (scrypt ran in its worker). */
export type NewVault = {
  /** `AGE-SECRET-KEY-1…`: goes to memory only. */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
  /** The passphrase slot: an age file, base64. */
  readonly slot: string;
};

/** A passkey of the vault, as the browser needs it to ask for it. */
export type Passkey = {
  /** base64url */
  readonly credentialId: string;
  /** 32 bytes, base64: what its secret is derived from. */
  readonly salt: string;
  /** An age file, base64. */
  readonly slot: string;
  /** ISO 8601 instant. */
  readonly created: string;
};

/** What wraps the vault's key. */
export type Slots = {
  /** age files, base64. */
  readonly passphrase: readonly string[];
  readonly passkeys: readonly Passkey[];
  /** How many a later version made. */
  readonly unknown: number;
  /** When the passphrase was chosen, ISO 8601; null where there is no header. */
  readonly chosen: string | null;
};

/** A token with what the vault alone can say of it. */
export type ListedToken = Token & {
  /** It was added since the vault was unlocked the time before: by this user, or by whoever has the public key. */
  readonly fresh: boolean;
  /** It was saved, or seen on its page, in this browser session: nobody else has put it here. */
  readonly witnessed: boolean;
  /** The site has made a new token in its place. */
  readonly replaced: boolean;
};

/** A token that was deleted a moment ago, and can be put back. */
export type Undo = Pick<Token, 'id' | 'name' | 'provider' | 'kind' | 'origin'> & {
  /** ISO 8601 instant. */
  readonly until: string;
};

export type Listing = {
  /** The window `[from, from + count)` of the tokens that match the query, newest first. */
  readonly tokens: readonly ListedToken[];
  readonly matching: number;
  /** All that can be opened. */
  readonly total: number;
  /** The providers of all of them, the one with most tokens first; and how many end within 14 days. */
  readonly providers: readonly string[];
  readonly ending: number;
  /** How many records cannot be opened or are missing; `ui:problems` tells which. */
  readonly problems: number;
  /** The list is being made from the records, and is not complete yet: ask again. */
  readonly opening: Progress | null;
};

/** A record that is not what it should be. */
export type Problem = {
  readonly id: string;
  readonly failure: Extract<
    Failure,
    'corrupt' | 'other-vault' | 'swapped' | 'replaced' | 'newer' | 'too-large' | 'missing'
  >;
  /** As far as the list remembers them. */
  readonly name: string | null;
  readonly host: string | null;
  /** When it was found so, ISO 8601; and when it was last found whole, or null. */
  readonly since: string;
  readonly whole: string | null;
};

/** What happened to the vault from outside, or seems to have; said until it is acknowledged. */
export type Notice = {
  readonly kind:
    | 'list-remade' // the list was damaged or gone, and was made anew from the records: what is missing cannot be told
    | 'list-rolled-back' // an older list was put in its place
    | 'put-back' // records were gone from the database, and are back from its second copy
    | 'list-newer' // a later version wrote the list: it is left as it is
    | 'copy-newer' // a later version wrote the second copy: it is left as it is, and does not follow
    | 'header-changed' // the key slots were changed by somebody else than us
    | 'new-key-refused'; // everything was to be sealed to another key, and not by an order of ours
  /** ISO 8601 instant. */
  readonly since: string;
};

/** The user's own note on a scope; sealed like a token. */
export type OwnNote = { readonly provider: string; readonly scope: string; readonly text: string };

/** What is known of backups, as far as an open vault knows. */
export type BackupState = {
  /** When the newest backup was made, ISO 8601; null: none was. */
  readonly newest: string | null;
  /** How many tokens are newer than that. */
  readonly newer: number;
  /** The newest token is a month younger than the newest backup. */
  readonly due: boolean;
};

/** A token with its secret, as it stands in a backup. */
export type BackupToken = Token & { readonly secret: string };

/** A scope note as it stands in a backup. `at`: ms since the epoch. */
export type BackupNote = OwnNote & { readonly at: number };

export type Restored = {
  readonly added: number;
  /** Here already, by its id or by its secret: nothing was overwritten. */
  readonly known: number;
  /** Ids of tokens that this version does not take: of a later version, or too large. */
  readonly refused: readonly string[];
};
