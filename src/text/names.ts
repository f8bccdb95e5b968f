/** Made by `npm run texts` from public/_locales/en/messages.json. */

/** The messages and the values in them. */
export type Texts = {
  readonly ago_now: null;
  readonly ending_line: { readonly place: string; readonly when: string };
  readonly ending_place: { readonly name: string; readonly host: string };
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
  | 'ending_by_tomorrow'
  | 'ending_more'
  | 'ending_on'
  | 'ending_within'
  | 'locks_in'
  | 'tokens';
