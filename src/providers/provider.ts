/**
 * What a provider is: data for our own pages (`Provider`, in `<id>/index.ts`) and the few functions
 * that run in somebody else's page (`Detector`, in `<id>/detect.ts`). The two are separate objects,
 * so that scopes and snippets never land in the content script.
 */

/** A document and where it is. Detectors read it and never write to it. */
export type Page = { readonly url: URL; readonly document: Document };

/** `at` is an ISO 8601 date (`2027-01-31`) or instant; `'never'` only if the page said so; `null` if it did not say. */
export type Expiry = { readonly at: string } | 'never' | null;

/** What a page told about a token. Each part is `null` where the page did not tell; nothing is guessed. */
export type Details = {
  /** The label its maker gave it. */
  readonly name: string | null;
  /** Verbatim, in the page's order. `[]` means "seen to be none", `null` means "not told". */
  readonly scopes: readonly string[] | null;
  readonly expires: Expiry;
  /** Who is signed in: login, e-mail or id, as the page shows it. */
  readonly account: string | null;
  /** The resource owner (GitHub fine-grained), if it is somebody else than the account. */
  readonly owner: string | null;
  /** The provider's own handle for the token (for its manage page). May be confidential. */
  readonly manageId: string | null;
};

/** Nothing told. Detectors spread this and fill in what they read. */
export const UNTOLD: Details = {
  name: null,
  scopes: null,
  expires: null,
  account: null,
  owner: null,
  manageId: null,
};

/** A token that stands on the page now. */
export type Sighting = {
  /** A key of the provider's `kinds`. */
  readonly kind: string;
  /** The value exactly as the page shows it, trimmed. */
  readonly secret: string;
  /** The element that carries it. */
  readonly anchor: Element;
  readonly details: Details;
};

/** In rising order of harm. */
export const RISKS = ['reads', 'writes', 'deletes', 'administers'] as const;
export type Risk = (typeof RISKS)[number];

/** A sentence for people, in English. */
export type Text = string;

export type Scope = {
  /** What it lets a holder do, in our own plain words: one or two short sentences. */
  readonly means: Text;
  /** In rising order; the last one is the one shown. Never empty. */
  readonly risk: readonly Risk[];
  /** Heading under which the options page lists it, such as "classic" or "fine-grained: repository". */
  readonly group?: string;
  /** For a broad scope: why it is broad and what would do with less. The prompt shows it as a warning. */
  readonly broad?: {
    readonly lead: Text;
    readonly rest: Text;
    readonly narrower?: { text: Text; url: string };
  };
  /** Where this is documented (https), if somewhere better than the provider's `docsUrl`. */
  readonly source?: string;
};

export type Kind = {
  /** "Personal access token (classic)": stands before "on github.com". */
  readonly name: Text;
  /** The whole value as released today. Anchored, linear time. */
  readonly strict: RegExp;
  /** The whole value as it may become. Anchored, linear time. */
  readonly tolerant: RegExp;
  /** Synthetic, built by concatenation. */
  readonly example: string;
  /** "42 lower-case hexadecimal digits": what is usual here, for the note on an unknown form. */
  readonly usual: Text;
  /** False if a built-in checksum does not fit. A bad checksum lowers confidence and discards nothing. */
  readonly checksum?: (secret: string) => boolean;
};

/** What a snippet, a manage link or a create link may know about a saved token. Never its value. */
export type TokenPlace = {
  readonly kind: string;
  /** `https://sandbox.zenodo.org` */
  readonly origin: string;
  readonly account: string | null;
  readonly manageId: string | null;
};

export type Snippet = {
  /** Unique within the provider. */
  readonly id: string;
  /** "Environment line", "R: .Renviron line": the label in the menu "Copy as". */
  readonly label: Text;
  /** Only offered where true; absent: always. */
  readonly fits?: (token: TokenPlace) => boolean;
  /**
   * The text to copy, which its program reads back as exactly this secret; `null` where it has no way to write
   * it. The secret is one line.
   */
  readonly write: (token: TokenPlace, secret: string) => string | null;
};

/** One question to a provider's API. The background adds the token, in the header Authorization and nowhere else. */
export type Question = {
  /** Https, of the token's own site. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

/** What came back. */
export type Answered = {
  /** As in HTTP. */
  readonly status: number;
  /** `null` also where CORS hides it. */
  readonly header: (name: string) => string | null;
  /** Parsed; `null` if it was no JSON. */
  readonly body: unknown;
};

/** What an API told of the token it was asked with. `null`: not told. */
export type Told = Pick<Details, 'account' | 'scopes' | 'expires'>;

export const TOLD_NOTHING: Told = { account: null, scopes: null, expires: null };

/** What an answer says about the token. */
export type Verdict =
  | { readonly is: 'valid'; readonly told: Told }
  /** It is valid, and lacks the scope that the rest of the answer needs. */
  | { readonly is: 'lacks'; readonly scope: string }
  /** Revoked, expired, mistyped or never valid: no API tells these apart. */
  | { readonly is: 'refused' }
  /** Answered as if no token had been sent. */
  | { readonly is: 'unheard' }
  /** Too many requests. `seconds` until it may be asked again, if it said so. */
  | { readonly is: 'limited'; readonly seconds: number | null }
  /** Whatever else it may be, it is nothing that the token's site says about a token. */
  | { readonly is: 'unexpected'; readonly status: number };

/** `<id>/verify.ts`, as `verify`: how "Check this token" asks, and how it reads the answer. */
export type Verify = {
  /** In this order; the next one is for a server that does not know the one before. Never empty. */
  readonly questions: (token: TokenPlace) => readonly [Question, ...Question[]];
  /** `null`: this server does not know the question. */
  readonly read: (answer: Answered) => Verdict | null;
  /**
   * Whether the browser's permission for the API's host is asked for: `needed`, since pages elsewhere may
   * not read its answers; `tells-more`, since they may not read a header of them; `no`.
   */
  readonly permission: (token: TokenPlace) => 'needed' | 'tells-more' | 'no';
  /** What the API does not tell, one or two sentences that stand below "valid". */
  readonly remark: (token: TokenPlace) => Text;
};

/** What advice may know of a saved token. Never its value. */
export type AdvisedToken = TokenPlace &
  Pick<Details, 'scopes' | 'expires' | 'owner'> & {
    /** Where it was seen, without query and fragment. */
    readonly path: string;
    /** ISO 8601 instant. */
    readonly savedAt: string;
  };

/** What the provider's own guide would say to somebody with this token. */
export type Advice = {
  /** Unique within the provider; `LEAKED` for what to do then, which is there for every token. */
  readonly id: string;
  readonly lead: Text;
  readonly rest: Text;
  /** The page where that is done, or read about (https). */
  readonly link?: { readonly text: Text; readonly url: string };
};
export const LEAKED = 'leaked';

/** `<id>/index.ts`, as `provider`. */
export type Provider = {
  /** Equals the folder's name. */
  readonly id: string;
  readonly name: Text;
  /** One capital letter, for the tile. */
  readonly letter: string;
  /** Match patterns, each also in manifest.json's `host_permissions`. */
  readonly matches: readonly string[];
  /** Hosts whose tokens are for trying out and may be wiped. */
  readonly testHosts: RegExp;
  /** What the software is called that people run on servers of their own ("GitHub Enterprise"); `null`: nobody does. */
  readonly selfHosted: Text | null;
  /** False: every token can do what the account can, whatever was ticked. */
  readonly enforcesScopes: boolean;
  /** One remark over all scopes, shown beside the provider's heading on the options page. */
  readonly scopesRemark: Text;
  readonly kinds: Readonly<Record<string, Kind>>;
  /** Key: the scope verbatim; fine-grained: `contents:write`. */
  readonly scopes: Readonly<Record<string, Scope>>;
  /** Scope -> scopes that ticking it ticks too, and that the site does not store beside it. */
  readonly implies?: Readonly<Record<string, readonly string[]>>;
  readonly snippets: readonly Snippet[];
  readonly verify: Verify;
  /** What is worth knowing now, the most urgent first; `LEAKED` is the last. */
  readonly advice: (token: AdvisedToken, now: Date) => readonly Advice[];
  readonly docsUrl: string;
  /** The provider's page for this token (to edit or revoke it), or its list. */
  readonly manageUrl: (token: TokenPlace) => string;
  /** The provider's page on which this token gets a new value and a new end; absent or `null`: there is none, or it is not known. */
  readonly renewUrl?: (token: TokenPlace) => string | null;
  /** Where a new token is made. `host` as in `URL.host`. */
  readonly createUrl: (host: string) => string;
};

/** `<id>/detect.ts`, as `detector`: what runs in the page. Reads only. */
export type Detector = {
  readonly id: string;
  /** A cheap (O(1)) value asked at every batch of mutations; when it changes, `detect` is called. */
  readonly tripwire: (document: Document) => unknown;
  /** `null`: this page shows no token. Throws only if the page is surely ours and broken. */
  readonly detect: (page: Page) => Sighting | null;
  /**
   * What the user asked for, read at the moment of `submit`, `formdata`, `click` or Enter, by selector
   * and whitelisted. `null`: this event sends no form of ours.
   */
  readonly readForm?: (page: Page, event: Event) => Details | null;
  /** Would this event delete the token at the provider, or only close its display? */
  readonly destroys?: (page: Page, event: Event) => 'token' | 'display' | null;
};

/** `<id>/recognise.ts`, as `recognises`, where people run servers of their own: is this one of that kind? */
export type Recognises = (page: Page) => boolean;
