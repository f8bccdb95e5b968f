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
  readonly popup_account: null;
  readonly popup_back: null;
  readonly popup_cancel: null;
  readonly popup_clear_search: null;
  readonly popup_copy: null;
  readonly popup_copy_as: null;
  readonly popup_copy_name: { readonly name: string };
  readonly popup_create_lede: null;
  readonly popup_create_title: null;
  readonly popup_delete: { readonly name: string };
  readonly popup_delete_title: null;
  readonly popup_deleted: { readonly name: string };
  readonly popup_details_of: { readonly name: string };
  readonly popup_empty: null;
  readonly popup_empty_rest: null;
  readonly popup_encrypted: { readonly tokens: string };
  readonly popup_ends_in: null;
  readonly popup_expires: null;
  readonly popup_filter: null;
  readonly popup_filter_all: null;
  readonly popup_filter_elsewhere: null;
  readonly popup_filter_ending: null;
  readonly popup_filter_soon: null;
  readonly popup_generate: null;
  readonly popup_generate_help: null;
  readonly popup_key_copy: null;
  readonly popup_key_del: null;
  readonly popup_key_delete: null;
  readonly popup_key_details: null;
  readonly popup_key_search: null;
  readonly popup_kind_on: { readonly kind: string; readonly host: string };
  readonly popup_lock: null;
  readonly popup_lock_now: null;
  readonly popup_locked_lede: null;
  readonly popup_name: null;
  readonly popup_new: null;
  readonly popup_new_lead: null;
  readonly popup_new_on: { readonly host: string };
  readonly popup_new_rest: null;
  readonly popup_no_scope_note: null;
  readonly popup_no_scopes: null;
  readonly popup_note: null;
  readonly popup_note_kept: null;
  readonly popup_nothing: { readonly query: string };
  readonly popup_nothing_here: null;
  readonly popup_nothing_rest: null;
  readonly popup_opening: null;
  readonly popup_opening_of: { readonly done: string; readonly of: string };
  readonly popup_options: null;
  readonly popup_owner: null;
  readonly popup_rename: { readonly name: string };
  readonly popup_rename_do: null;
  readonly popup_rename_help: null;
  readonly popup_rename_site: { readonly name: string };
  readonly popup_rename_title: null;
  readonly popup_replaced: null;
  readonly popup_replaced_lead: null;
  readonly popup_replaced_rest: null;
  readonly popup_reveal: null;
  readonly popup_reveal_name: { readonly name: string };
  readonly popup_reveal_title: null;
  readonly popup_revoke: { readonly host: string };
  readonly popup_revoke_means: null;
  readonly popup_saved: null;
  readonly popup_scopes: null;
  readonly popup_search: null;
  readonly popup_seen_on: null;
  readonly popup_show_all: null;
  readonly popup_some_of: { readonly some: string; readonly all: string };
  readonly popup_still_works: { readonly host: string };
  readonly popup_tokens: null;
  readonly popup_undo: null;
  readonly popup_unknown: null;
  readonly popup_unknown_lead: null;
  readonly popup_unknown_rest: null;
  readonly popup_vault_exists: null;
  readonly popup_vault_exists_open: null;
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
