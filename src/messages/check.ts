/** What "Check this token" found. */
import type { Verdict } from '../providers/provider';

/** What a check came to: what the site's API says, or why it says nothing. */
export type Found =
  | Verdict
  /** No answer came: no network, no such server, or it took too long. */
  | { readonly is: 'unreachable' }
  /** The browser does not let us read the host's answers. The token was not sent. */
  | { readonly is: 'not-allowed' }
  /** The token's site is neither built in nor in the list of servers. The token was not sent. */
  | { readonly is: 'unknown-server' };

/** The last check of a token in this browser session. */
export type Check = {
  /** The click that asked for it: one click asks once. */
  readonly click: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** Who was asked: `api.github.com`. */
  readonly host: string;
  readonly found: Found;
  /** A part of the answer was hidden, because the browser does not let us see that host. */
  readonly hidden: boolean;
};
