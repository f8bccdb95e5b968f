/** Made by `npm run texts` from public/_locales/en/messages.json. */

/** The messages and the values in them. */
export type Texts = {
  readonly ago_now: null;
  readonly ending_broken: null;
  readonly ending_create: null;
  readonly ending_days: null;
  readonly ending_days_about: null;
  readonly ending_group_ended: null;
  readonly ending_group_fortnight: null;
  readonly ending_group_later: null;
  readonly ending_group_week: null;
  readonly ending_lead: { readonly words: string };
  readonly ending_lede: { readonly days: string };
  readonly ending_line: { readonly place: string; readonly when: string };
  readonly ending_locked: null;
  readonly ending_manage: null;
  readonly ending_manage_label: { readonly name: string; readonly host: string };
  readonly ending_newer: null;
  readonly ending_no_vault: null;
  readonly ending_nothing: { readonly days: string };
  readonly ending_notify: null;
  readonly ending_notify_about: null;
  readonly ending_notify_refused: null;
  readonly ending_place: { readonly name: string; readonly host: string };
  readonly ending_reading: null;
  readonly ending_renew: null;
  readonly ending_renew_label: { readonly name: string; readonly host: string };
  readonly ending_repair: null;
  readonly ending_see: null;
  readonly ending_show: null;
  readonly ending_title: null;
  readonly ending_unlock: null;
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
