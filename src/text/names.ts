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
  | 'locks_in'
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
