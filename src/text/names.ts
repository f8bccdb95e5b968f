/** Made by `npm run texts` from public/_locales/en/messages.json. */

/** The messages and the values in them. */
export type Texts = {
  readonly advice: null;
  readonly advice_leaked: null;
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
  readonly popup_rename_suggested: { readonly label: string };
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
  readonly transfer_at_line: { readonly line: string; readonly what: string };
  readonly transfer_cancel: null;
  readonly transfer_checking: null;
  readonly transfer_consent: null;
  readonly transfer_doubt_form: null;
  readonly transfer_doubt_not_taken: null;
  readonly transfer_doubt_site: null;
  readonly transfer_doubt_twice: null;
  readonly transfer_doubt_unusual: null;
  readonly transfer_ends: { readonly ends: string };
  readonly transfer_export: null;
  readonly transfer_export_about: null;
  readonly transfer_export_do: null;
  readonly transfer_export_format: null;
  readonly transfer_export_opens: null;
  readonly transfer_export_which: null;
  readonly transfer_file_stays: null;
  readonly transfer_flaw_after_quote: null;
  readonly transfer_flaw_archive: null;
  readonly transfer_flaw_backup: null;
  readonly transfer_flaw_binary: null;
  readonly transfer_flaw_cells: null;
  readonly transfer_flaw_empty: null;
  readonly transfer_flaw_encrypted: null;
  readonly transfer_flaw_json: null;
  readonly transfer_flaw_json_deep: null;
  readonly transfer_flaw_json_end: null;
  readonly transfer_flaw_json_text: null;
  readonly transfer_flaw_no_assignment: null;
  readonly transfer_flaw_no_entries: null;
  readonly transfer_flaw_no_file: null;
  readonly transfer_flaw_no_secret_column: null;
  readonly transfer_flaw_not_bitwarden: null;
  readonly transfer_flaw_not_text: null;
  readonly transfer_flaw_not_utf_8: null;
  readonly transfer_flaw_open_quote: null;
  readonly transfer_flaw_too_large: null;
  readonly transfer_flaw_utf_16: null;
  readonly transfer_format_bitwarden: null;
  readonly transfer_format_bitwarden_about: null;
  readonly transfer_format_csv: null;
  readonly transfer_format_csv_about: null;
  readonly transfer_format_env: null;
  readonly transfer_format_env_about: null;
  readonly transfer_format_one_password: null;
  readonly transfer_format_one_password_about: null;
  readonly transfer_gate_broken: null;
  readonly transfer_gate_broken_link: null;
  readonly transfer_gate_locked: null;
  readonly transfer_gate_locked_link: null;
  readonly transfer_gate_none: null;
  readonly transfer_gate_none_link: null;
  readonly transfer_import: null;
  readonly transfer_import_about: null;
  readonly transfer_import_file: null;
  readonly transfer_importing: { readonly done: string; readonly of: string };
  readonly transfer_lede: null;
  readonly transfer_left_out_list: null;
  readonly transfer_line: { readonly line: string };
  readonly transfer_next_again: null;
  readonly transfer_next_choose: null;
  readonly transfer_next_correct: null;
  readonly transfer_next_csv: null;
  readonly transfer_next_json: null;
  readonly transfer_next_restore: null;
  readonly transfer_next_utf_8: null;
  readonly transfer_no_tokens_in_file: null;
  readonly transfer_none_next: null;
  readonly transfer_none_safe: null;
  readonly transfer_none_what: null;
  readonly transfer_nothing_imported: null;
  readonly transfer_nowhere: null;
  readonly transfer_passphrase: null;
  readonly transfer_reading: { readonly done: string; readonly of: string };
  readonly transfer_stopped: { readonly done: string; readonly of: string };
  readonly transfer_tick: { readonly name: string; readonly host: string; readonly line: string };
  readonly transfer_tick_first: null;
  readonly transfer_title: null;
  readonly transfer_tokens_list: null;
  readonly transfer_warning: null;
  readonly transfer_warning_lead: null;
  readonly transfer_which_all: null;
  readonly transfer_which_elsewhere: null;
  readonly transfer_wrong_passphrase: null;
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
  | 'scopes'
  | 'tokens'
  | 'transfer_added'
  | 'transfer_exported'
  | 'transfer_import_do'
  | 'transfer_known'
  | 'transfer_left_out_more'
  | 'transfer_left_out'
  | 'transfer_refused'
  | 'transfer_tokens_in_file'
  | 'transfer_unreadable';
