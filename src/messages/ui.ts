/** The messages of our own pages. */
import type { Cleared } from '../clipboard/clear';
import type { Mark } from '../clipboard/mark';
import type { Details } from '../providers/provider';
import type { Check } from './check';
import type { SightingState } from './page';
import type {
  BackupNote,
  BackupState,
  BackupToken,
  ListedToken,
  ListFilter,
  Listing,
  NewVault,
  Notice,
  OwnNote,
  Passkey,
  Problem,
  Progress,
  Restored,
  Slots,
  Trouble,
  Undo,
  VaultState,
} from './vault';

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
  /** From a private window: in memory only. */
  readonly incognito: boolean;
};

/** A place where SeenOnce is to look and the browser does not let it, or a part of such a place. */
export type Withheld = {
  /** "GitHub", "test.osf.io", "git.example.edu" */
  readonly name: string;
  /** Match patterns, to be asked for. */
  readonly origins: readonly string[];
};

/** What becomes of what was copied. */
export type Clipboard = {
  /** ISO 8601 instant; null: nothing of ours is there, or it is not cleared. */
  readonly clearsAt: string | null;
  /** How long it stays in all, s. */
  readonly seconds: number;
  /** How the copy before ended; null: there was none. */
  readonly ended: Cleared | null;
  /** What is to be said once: clearing may remove something else, and a history may keep a copy. */
  readonly untold: readonly ('may-remove' | 'history')[];
};
/** Reminders that were given and not seen: so many tokens end within so many days. */
export type EndingSoon = { readonly count: number; readonly within: 14 | 7 | 1 };

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
  /** What is switched off does not count. */
  readonly withheld: readonly Withheld[];
  readonly ending: EndingSoon | null;
  /** How many records there are, whether or not they can be opened. */
  readonly count: number;
  /** What was deleted a moment ago. */
  readonly undo: Undo | null;
  /** ISO 8601 instants; null where it does not apply. */
  readonly locksAt: string | null;
  readonly lockedAt: string | null;
  readonly clipboard: Clipboard;
};

export type Settings = {
  /** Minutes after the last use; null: only with the browser. */
  readonly lockAfter: 1 | 5 | 10 | 30 | 60 | null;
  readonly lockWithScreen: boolean;
  /** Hold unsaved tokens, up to ten minutes after the page is gone. */
  readonly hold: boolean;
  /** Ask before leaving a page that shows an unsaved token. */
  readonly leaveGuard: boolean;
  /** Seconds after a copy; null: never. */
  readonly clearClipboard: 15 | 30 | 45 | 120 | null;
  /** What the popup says once, and the user has read. */
  readonly toldMayRemove: boolean;
  readonly toldHistory: boolean;
  /** A token was saved on the practice page once: the welcome page does not ask for it again. */
  readonly practised: boolean;
  /** Keep the days on which tokens end in clear, so that a reminder can come before the first unlock. */
  readonly daysInClear: boolean;
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
  'ui:list': {
    ask: { query: string; from: number; count: number; filter?: ListFilter };
    answer: Listing;
  };
  /** One token's metadata. Fails with `locked`, `not-found`, `corrupt`. */
  'ui:token': { ask: { id: string }; answer: ListedToken };
  /** The secret, to be looked at. Counts as use. Fails with `locked`, `not-found`, `corrupt`. */
  'ui:reveal': { ask: { id: string }; answer: string };
  /**
   * The text to copy: the secret, or a snippet of it. Counts as use, and as a copy: it is cleared after its
   * time unless `ui:copied` says that it was not done. Fails with `locked`, `not-found`, `corrupt`.
   */
  'ui:copy': { ask: { id: string; snippet: string | null }; answer: string };
  /** Was the text of `ui:copy` put on the clipboard? */
  'ui:copied': { ask: { done: boolean }; answer: Clipboard };
  'ui:clear-now': { ask: null; answer: Clipboard };
  /** The document that clears asks what alone it is to clear; a mark of null: whatever is there; null: nothing any more. */
  'ui:clear-what': { ask: null; answer: { readonly mark: Mark | null } | null };
  'ui:cleared': { ask: { cleared: Cleared }; answer: null };
  /** Deletes a token here; `Status.undo` offers to take it back. Fails with `locked`, `not-found`. */
  'ui:delete': { ask: { id: string }; answer: null };
  /** Puts it back as it was. Fails with `locked`, and with `not-found` once it is too late. */
  'ui:undo-delete': { ask: { id: string }; answer: null };
  /**
   * What the user calls a token and writes about it; an empty text takes it away, an absent one leaves it.
   * Fails with `locked`, `not-found`, what is wrong with the record, `too-large`, `newer`.
   */
  'ui:edit': { ask: { id: string; label?: string; note?: string }; answer: null };
  /** Fails with `locked`, `no-vault`. */
  /** The last check of a token in this browser session. Fails with `locked`. */
  'ui:last-check': { ask: { id: string }; answer: Check | null };
  /** Notes that the browser is about to be asked for the host: once it is granted, the check goes on by itself. */
  'ui:check-when-allowed': { ask: { id: string; click: string }; answer: null };
  /** Asks the token's own site, once for each click. Counts as use. Fails with `locked`, `not-found`, `corrupt`. */
  'ui:check': { ask: { id: string; click: string }; answer: Check };
  /** Writes what the check of that click told into the record. Fails with `locked`, `not-found`, `refused`. */
  'ui:fill-in': { ask: { id: string; click: string }; answer: ListedToken };
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
  /**
   * The tokens that end within so many days from now, or ended within as many before, at most 500, in the
   * order of their ends; `total` counts all of them. Replaced ones are not among them. Fails with `locked`, `no-vault`.
   */
  'ui:ending': {
    ask: { days: number };
    answer: { readonly tokens: readonly Omit<ListedToken, 'witnessed'>[]; readonly total: number };
  };
  /** The user has looked at what ends soon: the badge goes. */
  'ui:ending-seen': { ask: null; answer: null };
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
