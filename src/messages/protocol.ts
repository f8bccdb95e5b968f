/**
 * Every message, in one type, filed by who may send it. `page:` comes from a content script and no
 * answer to it carries a secret; `ui:` comes from one of our own pages. The background never speaks
 * first. All values are JSON: bytes travel as base64.
 */
import type { Details, Risk } from '../providers/provider';
import type { Token } from '../tokens/token';

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
  | 'missing' // it was listed, and is gone from the disk
  | 'gone'; // the extension was updated or removed; the page must be reloaded

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

/** `broken`: there is one, and nothing is sealed to it until it was repaired; `Status.trouble` says why. */
export type VaultState = 'none' | 'locked' | 'unlocked' | 'broken';

/** What is wrong with the vault's header, the public key and the slots that wrap the private one. */
export type Trouble =
  | 'header-lost' // it is gone; its second copy, or tokens, are still there
  | 'header-corrupt' // it cannot be read
  | 'storage-broken' // the browser cannot open the database at all
  | 'header-newer' // a later version wrote it: never touched, never repaired
  | 'recipient-replaced'; // its public key is not the one of the key that its slot opened

/** What a content script saw. `secret` leaves the page's script only in this direction. */
export type Seen = {
  readonly provider: string;
  readonly kind: string;
  readonly secret: string;
  /** `location.pathname`. The origin is taken from the sender, never from the message. */
  readonly path: string;
  readonly details: Details;
};

/** A scope as the prompt draws it. */
export type OfferedScope = { readonly scope: string; readonly risk: Risk | null };

/** A warning or remark in the prompt: bold lead, then the rest, then perhaps a link. */
export type Remark = {
  readonly lead: string;
  readonly rest: string;
  readonly link: { readonly text: string; readonly url: string } | null;
};

/** What the prompt draws. Holds the last four characters of the token and nothing more of it. */
export type Offer = {
  /** The record id, chosen when the token was held. */
  readonly id: string;
  /** "Personal access token (classic)" */
  readonly kindName: string;
  /** One letter, for the tile; dashed if `testHost`. */
  readonly letter: string;
  readonly testHost: boolean;
  readonly host: string;
  readonly ends: string;
  /** Details of the page merged with those of the form that was sent before. */
  readonly details: Details;
  /** When it ends, in words: "28 Nov, in 6 days", "never", "not stated". */
  readonly expires: string;
  readonly scopes: readonly OfferedScope[] | null;
  /** A broad scope, or null. */
  readonly warning: Remark | null;
  /** Set if the value has not the usual form: "64 letters and digits where tokens appear; 42 are usual here." */
  readonly unknownForm: string | null;
  readonly vault: VaultState;
};

/** Where a sighting stands. `answered`: "Not now" or Discard. */
export type SightingState =
  | { readonly state: 'held' | 'answered' | 'waits-for-vault' | 'gone' }
  | { readonly state: 'saved'; readonly savedAt: string; readonly locked: boolean };

/** What the page's script has to guard. */
export type Guard = {
  /** This token is held. False: an event that closes the display is stopped until the prompt is answered. */
  readonly hold: boolean;
  /** Ask before leaving while a token is unsaved and unanswered. */
  readonly leave: boolean;
};

export type PageMessages = {
  /** A creation form was sent; kept ten minutes in memory for this tab. */
  'page:form': { ask: { provider: string; details: Details }; answer: null };
  /** A token stands on the page. It is held on arrival. */
  'page:seen': { ask: Seen; answer: { offer: Offer; sighting: SightingState; guard: Guard } };
  /** The user clicked Save. Carries the sighting again, so that it works when holding failed. */
  'page:save': { ask: { id: string | null; seen: Seen }; answer: { id: string; sighting: SightingState } };
  /** "Not now": the token stays in the rescue list until ten minutes after the page's end. */
  'page:dismiss': { ask: { id: string }; answer: null };
  /** Asked on focus, visibilitychange, pageshow, and every 2 s while visible and unanswered. */
  'page:state': { ask: { id: string }; answer: SightingState };
  /** The page is going away (pagehide): the ten minutes start. */
  'page:gone': { ask: { id: string }; answer: null };
  /** "Never on this site": the sender's origin is switched off, until the options page switches it on again. */
  'page:off': { ask: null; answer: null };
  /** A button in the prompt: open the popup's page in a tab ("Show in SeenOnce", "Unlock SeenOnce", "Create vault"). */
  'page:open': { ask: { what: 'tokens' | 'vault' }; answer: null };
};

/** A token that waits unsaved. Name and host come from memory; after a browser restart they are null while locked. */
export type Held = {
  readonly id: string;
  readonly provider: string | null;
  readonly name: string | null;
  readonly host: string | null;
  readonly ends: string | null;
  /** ISO 8601 instant. */
  readonly seenAt: string;
  /** True once Save was clicked without a vault: it is saved the moment the vault exists. */
  readonly saveRequested: boolean;
};

/** How a long task goes on. */
export type Progress = { readonly done: number; readonly of: number };

/** What is known of backups, as far as an open vault knows. */
export type BackupState = {
  /** When the newest backup was made, ISO 8601; null: none was. */
  readonly newest: string | null;
  /** How many tokens are newer than that. */
  readonly newer: number;
  /** The newest token is a month younger than the newest backup. */
  readonly due: boolean;
};

export type Status = {
  readonly vault: VaultState;
  /** Set if and only if the vault is `broken`. */
  readonly trouble: Trouble | null;
  /** How many records cannot be opened or are missing, and whether there is anything to be told; 0 while locked. */
  readonly problems: number;
  /** null while locked. */
  readonly backup: BackupState | null;
  /** "Start over with a new key" is under way; while locked it waits for the old passphrase. */
  readonly resealing: Progress | null;
  readonly held: readonly Held[];
  /** How many records there are, whether or not they can be opened. */
  readonly count: number;
  /** ISO 8601 instants; null where it does not apply. */
  readonly locksAt: string | null;
  readonly lockedAt: string | null;
};

export type Settings = {
  /** Minutes after the last use; null: only with the browser. */
  readonly lockAfter: 1 | 5 | 10 | 30 | 60 | null;
  readonly lockWithScreen: boolean;
  /** Hold unsaved tokens, up to ten minutes after the page is gone. */
  readonly hold: boolean;
  /** Ask before leaving a page that shows an unsaved token. */
  readonly leaveGuard: boolean;
};

/** A token that is saved by hand, as its window shows it. */
export type ByHand = {
  readonly host: string;
  /** The last four characters; `null` once it is saved. */
  readonly ends: string | null;
  readonly name: string | null;
  /** There is white space inside it: perhaps more was selected than the token. */
  readonly spaces: boolean;
  readonly vault: VaultState;
  readonly sighting: SightingState;
};

/**
 * Where SeenOnce looks, beside the hosts that are built in. Kept in `storage.local`, where a content
 * script reads it by itself: it must know at once whether to stay silent.
 */
export type Sites = {
  /** People's own servers: origin (`https://git.example.edu`) -> provider id. */
  readonly servers: Readonly<Record<string, string>>;
  /** Where it stays silent: an origin, or a provider's id for all of its built-in hosts. */
  readonly off: readonly string[];
};

/** A token with what the vault alone can say of it. */
export type ListedToken = Token & {
  /** It was added since the vault was unlocked the time before: by this user, or by whoever has the public key. */
  readonly fresh: boolean;
  /** The site has made a new token in its place. */
  readonly replaced: boolean;
};

export type Listing = {
  /** The window `[from, from + count)` of the tokens that match the query, newest first. */
  readonly tokens: readonly ListedToken[];
  readonly matching: number;
  /** All that can be opened. */
  readonly total: number;
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
    | 'header-changed'; // the key slots were changed by somebody else than us
  /** ISO 8601 instant. */
  readonly since: string;
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

/** The user's own note on a scope; sealed like a token. */
export type OwnNote = { readonly provider: string; readonly scope: string; readonly text: string };

/** What a page that chose a passphrase made of it (scrypt ran in its worker). */
export type NewVault = {
  /** `AGE-SECRET-KEY-1…`: goes to memory only. */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
  /** The passphrase slot: an age file, base64. */
  readonly slot: string;
};

export type UiMessages = {
  'ui:status': { ask: null; answer: Status };
  /** Fails with `vault-exists`, `storage`. Seals what waits. The vault is unlocked afterwards. */
  'ui:create': { ask: NewVault; answer: null };
  /** Fails with `no-vault`. Of a broken vault: those of the header and of its second copy, as far as either is there. */
  'ui:slots': { ask: null; answer: Slots };
  /** Fails with `no-vault`, `broken`, and with `wrong-recipient`, which stops capturing. */
  'ui:unlock': { ask: { identity: string }; answer: null };
  /**
   * Repairs a broken vault with the identity that one of its slots gave; it is unlocked afterwards. Fails
   * with `wrong-recipient` if nothing that is left belongs to that identity, and with `newer`.
   */
  'ui:repair': { ask: { identity: string }; answer: null };
  /** Puts a new passphrase slot in the place of the old ones. Fails with `locked`, `wrong-recipient`, `busy`. */
  'ui:change-passphrase': { ask: { identity: string; slot: string }; answer: null };
  /** Fails with `locked`, `wrong-recipient`, `busy`. */
  'ui:add-passkey': { ask: { identity: string; passkey: Omit<Passkey, 'created'> }; answer: null };
  'ui:remove-passkey': { ask: { credentialId: string }; answer: null };
  /**
   * Begins to seal everything to a new key; `Status.resealing` tells how it goes on. The old passphrase
   * holds until it is done. Fails with `locked`, `wrong-recipient` (the old identity), `busy`.
   */
  'ui:start-over': { ask: { identity: string; next: NewVault }; answer: null };
  'ui:lock': { ask: null; answer: null };
  /** `count` at most 50. Fails with `locked`, `no-vault`. Does not count as use. */
  'ui:list': { ask: { query: string; from: number; count: number }; answer: Listing };
  /** One token's metadata. Fails with `locked`, `not-found`, `corrupt`. */
  'ui:token': { ask: { id: string }; answer: ListedToken };
  /** The text to copy: the secret, or a snippet of it. Counts as use. Fails with `locked`, `not-found`, `corrupt`. */
  'ui:copy': { ask: { id: string; snippet: string | null }; answer: string };
  /** Deletes a token here. Fails with `locked`, `not-found`. */
  'ui:delete': { ask: { id: string }; answer: null };
  /** Fails with `locked`, `no-vault`. */
  'ui:problems': {
    ask: null;
    answer: { readonly problems: readonly Problem[]; readonly notices: readonly Notice[] };
  };
  /** The stored bytes of a record that cannot be opened, base64. Fails with `not-found`. */
  'ui:sealed': { ask: { id: string }; answer: string };
  /** The user has read the notices, or gives up a record that is missing or cannot be opened. */
  'ui:acknowledge': { ask: { notices: true } | { id: string }; answer: null };
  /** The tokens `[from, from + count)` with their secrets, `count` at most 100. Counts as use. Fails with `locked`. */
  'ui:backup-tokens': {
    ask: { from: number; count: number };
    answer: { readonly tokens: readonly BackupToken[]; readonly total: number };
  };
  /** Fails with `locked`. */
  'ui:backup-notes': { ask: null; answer: readonly BackupNote[] };
  /** A backup was made of all that there is now. */
  'ui:backed-up': { ask: null; answer: null };
  /** Adds what is not here yet, at most 100 at a time, and answers once that is on the disk. Fails with `locked`. */
  'ui:restore': {
    ask: { tokens: readonly BackupToken[]; notes: readonly BackupNote[] };
    answer: Restored;
  };
  'ui:save-held': { ask: { id: string }; answer: SightingState };
  'ui:discard-held': { ask: { id: string }; answer: null };
  /** Fails with `not-held`. */
  'ui:by-hand': { ask: { id: string }; answer: ByHand };
  /** Names a token that is saved by hand, and saves it. Fails with `not-held`, `storage`. */
  'ui:save-by-hand': {
    ask: { id: string; name: string | null; expires: Details['expires'] };
    answer: SightingState;
  };
  /** Scopes that saved tokens have, with the tokens' names: provider -> scope -> names. Fails with `locked`, `no-vault`. */
  'ui:scope-use': {
    ask: null;
    answer: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  };
  /** Fails with `locked`, `no-vault`. */
  'ui:notes': { ask: null; answer: readonly OwnNote[] };
  /** An empty text removes the note. Works locked too. Fails with `no-vault`, `storage`. */
  'ui:set-note': { ask: OwnNote; answer: null };
  'ui:sites': { ask: null; answer: Sites };
  /**
   * Watches a server of somebody's own; its origin's permission was asked for before. Fails with
   * `known-site`, and with `refused` where it is no https origin or no provider that people host.
   */
  'ui:add-server': { ask: { origin: string; provider: string }; answer: Sites };
  /** Ends the watching of a server, and gives its permission back. */
  'ui:remove-server': { ask: { origin: string }; answer: Sites };
  /** Switches an origin, or all built-in hosts of a provider (by its id), off or on again. */
  'ui:set-site': { ask: { site: string; on: boolean }; answer: Sites };
  'ui:settings': { ask: null; answer: Settings };
  'ui:set-settings': { ask: Partial<Settings>; answer: Settings };
};

export type Messages = PageMessages & UiMessages;
export type MessageName = keyof Messages;
export type PageMessageName = keyof PageMessages;
export type UiMessageName = keyof UiMessages;
export type Ask<N extends MessageName> = Messages[N]['ask'];
export type Answer<N extends MessageName> = Result<Messages[N]['answer']>;

/** What travels over `runtime.sendMessage`. */
export type Envelope<N extends MessageName = MessageName> = { readonly name: N; readonly ask: Ask<N> };
