/** The messages of a content script. No answer to one carries a secret. */
import type { Details, Risk } from '../providers/provider';
import type { VaultState } from './vault';

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

/** A warning in the prompt, in the provider's English: bold lead, then the rest, then perhaps a link. */
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
  /** A private window is expected to leave nothing behind: the prompt says that this one does. */
  readonly inPrivate: boolean;
  /** Set if the value has not the usual form: "64 letters and digits where tokens appear; 42 are usual here." */
  readonly unknownForm: string | null;
  readonly vault: VaultState;
};

/** Where a sighting stands. `answered`: "Not now" or Discard. */
export type SightingState =
  | { readonly state: 'held' | 'answered' | 'waits-for-vault' | 'gone' }
  | {
      readonly state: 'saved';
      readonly locked: boolean;
      /** Of a token that was saved before it was seen here: when that was, in words. */
      readonly before: string | null;
    };

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
