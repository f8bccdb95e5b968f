/** Made by `npm run texts` from public/_locales/en/messages.json. */

/** The messages and the values in them. */
export type Texts = {
  readonly ago_now: null;
  readonly expired_on: { readonly date: string };
  readonly expires_never: null;
  readonly expires_not_stated: null;
  readonly language: null;
  readonly locked: null;
  readonly locked_at: { readonly when: string };
  readonly locks_in_a_minute: null;
  readonly locks_with_browser: null;
  readonly menu_save_by_hand: null;
  readonly offer_check_digits: null;
  readonly offer_expires_soon: { readonly date: string; readonly when: string };
  readonly places_it: null;
  readonly prompt_account: null;
  readonly prompt_at_failed: null;
  readonly prompt_at_offer: null;
  readonly prompt_at_saved: null;
  readonly prompt_at_saving: null;
  readonly prompt_at_waiting: null;
  readonly prompt_close: null;
  readonly prompt_create_vault: null;
  readonly prompt_dismiss: null;
  readonly prompt_ends_in: null;
  readonly prompt_expires: null;
  readonly prompt_failed_broken: null;
  readonly prompt_failed_full: null;
  readonly prompt_failed_gone: null;
  readonly prompt_failed_storage: null;
  readonly prompt_foot_broken: null;
  readonly prompt_foot_none: null;
  readonly prompt_foot_vault: null;
  readonly prompt_form_unknown: null;
  readonly prompt_keep_open: null;
  readonly prompt_kind_on: { readonly kind: string; readonly host: string };
  readonly prompt_more: null;
  readonly prompt_more_scopes: { readonly count: string };
  readonly prompt_never_here: null;
  readonly prompt_no_scopes: null;
  readonly prompt_not_stated: null;
  readonly prompt_pass: null;
  readonly prompt_perhaps_on: { readonly host: string };
  readonly prompt_private_lead: null;
  readonly prompt_private_rest: null;
  readonly prompt_save: null;
  readonly prompt_saved_before_text: { readonly name: string; readonly ends: string };
  readonly prompt_saved_enter_text: null;
  readonly prompt_saved_enter_title: null;
  readonly prompt_saved_locked_text: null;
  readonly prompt_saved_on: { readonly date: string; readonly time: string };
  readonly prompt_saved_text: { readonly name: string; readonly ends: string };
  readonly prompt_saved_title: null;
  readonly prompt_saved_today: { readonly time: string };
  readonly prompt_saving: null;
  readonly prompt_scopes: null;
  readonly prompt_show: null;
  readonly prompt_stopped_delete_text: null;
  readonly prompt_stopped_delete_title: null;
  readonly prompt_stopped_display_text: null;
  readonly prompt_stopped_display_title: null;
  readonly prompt_stopped_enter_text: null;
  readonly prompt_stopped_enter_title: null;
  readonly prompt_try_again: null;
  readonly prompt_tuck: null;
  readonly prompt_unlock: null;
  readonly prompt_untuck: null;
  readonly prompt_waiting_text: null;
  readonly prompt_waiting_title: null;
  readonly prompt_where_failed: null;
  readonly prompt_where_offer: null;
  readonly prompt_where_saved: null;
  readonly prompt_where_saving: null;
  readonly prompt_where_waiting: null;
  readonly risk_administers: null;
  readonly risk_deletes: null;
  readonly risk_reads: null;
  readonly risk_writes: null;
  readonly toolbar_both: { readonly waiting: string; readonly withheld: string };
  readonly toolbar_locked: null;
  readonly toolbar_state: { readonly name: string; readonly state: string };
  readonly toolbar_withheld: { readonly places: string };
};

/** The messages with a number in them, without the endings of their forms. */
export type Counted =
  | 'ago_hours'
  | 'ago_minutes'
  | 'locks_in'
  | 'offer_unknown_form'
  | 'places_and_more'
  | 'places_hosts_of'
  | 'places_its_hosts'
  | 'tokens'
  | 'toolbar_waiting';
