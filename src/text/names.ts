/** Made by `npm run texts` from public/_locales/en/messages.json. */

/** The messages and the values in them. */
export type Texts = {
  readonly advice: null;
  readonly advice_leaked: null;
  readonly ago_now: null;
  readonly expired_on: { readonly date: string };
  readonly expires_never: null;
  readonly expires_not_stated: null;
  readonly language: null;
  readonly locked: null;
  readonly locked_at: { readonly when: string };
  readonly locks_in_a_minute: null;
  readonly locks_with_browser: null;
  readonly risk: null;
  readonly risk_administers: null;
  readonly risk_any: null;
  readonly risk_deletes: null;
  readonly risk_reads: null;
  readonly risk_writes: null;
  readonly scope_documentation: { readonly scope: string };
  readonly scope_none_match: null;
  readonly scope_of_all: null;
  readonly scope_of_this: { readonly name: string };
  readonly scope_of_token: { readonly name: string };
  readonly scope_search_all: null;
  readonly scope_show_all: null;
  readonly scope_unknown_provider: null;
  readonly scopes_of: { readonly shown: string; readonly all: string };
};

/** The messages with a number in them, without the endings of their forms. */
export type Counted =
  | 'ago_hours'
  | 'ago_minutes'
  | 'locks_in'
  | 'scopes'
  | 'tokens';
