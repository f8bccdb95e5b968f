/** Made by `npm run texts` from public/_locales/en/messages.json. */

/** The messages and the values in them. */
export type Texts = {
  readonly ago_now: null;
  readonly check_account: null;
  readonly check_again: null;
  readonly check_asking: { readonly host: string };
  readonly check_asking_browser: { readonly host: string };
  readonly check_before: { readonly host: string };
  readonly check_before_more: { readonly host: string };
  readonly check_before_needed: { readonly host: string };
  readonly check_button: null;
  readonly check_change: { readonly was: string; readonly is: string };
  readonly check_expires: null;
  readonly check_fill: null;
  readonly check_fill_keep: null;
  readonly check_fill_lead: { readonly host: string };
  readonly check_fill_question: null;
  readonly check_filled: { readonly host: string };
  readonly check_hidden: { readonly host: string };
  readonly check_lacks: { readonly scope: string; readonly host: string };
  readonly check_led_elsewhere: { readonly host: string };
  readonly check_limited: null;
  readonly check_limited_later: { readonly host: string };
  readonly check_make_new: { readonly host: string };
  readonly check_no_scopes: null;
  readonly check_not_allowed: { readonly host: string };
  readonly check_not_checked: null;
  readonly check_not_reachable: null;
  readonly check_not_told: null;
  readonly check_not_valid: null;
  readonly check_nothing_known: null;
  readonly check_refused: { readonly host: string };
  readonly check_says: { readonly host: string; readonly what: string };
  readonly check_says_account: { readonly account: string };
  readonly check_says_expires: { readonly date: string };
  readonly check_says_no_scopes: null;
  readonly check_says_scopes: { readonly scopes: string };
  readonly check_scopes: null;
  readonly check_unexpected: { readonly host: string; readonly status: string };
  readonly check_unheard: { readonly host: string };
  readonly check_unknown_server: { readonly host: string };
  readonly check_unreachable: { readonly host: string };
  readonly check_valid: null;
  readonly check_when: { readonly when: string };
  readonly expired_on: { readonly date: string };
  readonly expires_never: null;
  readonly expires_not_stated: null;
  readonly language: null;
  readonly locked: null;
  readonly locked_at: { readonly when: string };
  readonly locks_in_a_minute: null;
  readonly locks_with_browser: null;
};

/** The messages with a number in them, without the endings of their forms. */
export type Counted =
  | 'ago_hours'
  | 'ago_minutes'
  | 'check_limited_until'
  | 'locks_in'
  | 'tokens';
