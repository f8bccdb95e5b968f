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
  readonly welcome_all_set: null;
  readonly welcome_all_set_lede: null;
  readonly welcome_backup_done: null;
  readonly welcome_backup_done_means: { readonly date: string };
  readonly welcome_backup_due: null;
  readonly welcome_backup_empty: null;
  readonly welcome_backup_empty_means: null;
  readonly welcome_backup_make: null;
  readonly welcome_backup_none: null;
  readonly welcome_backup_none_means: null;
  readonly welcome_backup_untold: null;
  readonly welcome_backup_untold_means: null;
  readonly welcome_close: null;
  readonly welcome_continue: null;
  readonly welcome_exists: null;
  readonly welcome_exists_kept: null;
  readonly welcome_exists_locked: null;
  readonly welcome_exists_newer: null;
  readonly welcome_exists_repair: null;
  readonly welcome_lid_closed: null;
  readonly welcome_lid_closed_means: null;
  readonly welcome_lid_half: null;
  readonly welcome_lid_half_means: null;
  readonly welcome_lid_open: null;
  readonly welcome_lid_open_means: null;
  readonly welcome_list: null;
  readonly welcome_list_done: null;
  readonly welcome_list_missing: null;
  readonly welcome_list_untold: null;
  readonly welcome_made_heading: null;
  readonly welcome_made_lede: null;
  readonly welcome_missing_lede: null;
  readonly welcome_picture: null;
  readonly welcome_picture_button: null;
  readonly welcome_pin: null;
  readonly welcome_practice_again: null;
  readonly welcome_practice_heading: null;
  readonly welcome_practice_lede: null;
  readonly welcome_practice_skip: null;
  readonly welcome_practice_try: null;
  readonly welcome_practise: null;
  readonly welcome_practised: null;
  readonly welcome_practised_means: null;
  readonly welcome_private: null;
  readonly welcome_private_allowed: null;
  readonly welcome_private_open: null;
  readonly welcome_repair: null;
  readonly welcome_saved_heading: null;
  readonly welcome_see_sites: null;
  readonly welcome_setup: null;
  readonly welcome_show_tokens: null;
  readonly welcome_sites_allow: null;
  readonly welcome_sites_allow_all: null;
  readonly welcome_sites_allow_one: { readonly name: string };
  readonly welcome_sites_allowed: null;
  readonly welcome_sites_also: { readonly name: string; readonly hosts: string };
  readonly welcome_sites_also_tests: { readonly name: string; readonly hosts: string };
  readonly welcome_sites_done: null;
  readonly welcome_sites_done_means: null;
  readonly welcome_sites_heading: null;
  readonly welcome_sites_lede: null;
  readonly welcome_sites_own: null;
  readonly welcome_sites_refused_means: null;
  readonly welcome_sites_skip: null;
  readonly welcome_sites_tests: { readonly name: string };
  readonly welcome_sites_withheld: { readonly names: string };
  readonly welcome_sites_withheld_means: null;
  readonly welcome_skip: null;
  readonly welcome_step_done: null;
  readonly welcome_step_practice: null;
  readonly welcome_step_sites: null;
  readonly welcome_step_vault: null;
  readonly welcome_steps: null;
  readonly welcome_title: null;
  readonly welcome_try_back: null;
  readonly welcome_try_band: null;
  readonly welcome_try_create: null;
  readonly welcome_try_heading: null;
  readonly welcome_try_host: null;
  readonly welcome_try_kind: null;
  readonly welcome_try_lede: null;
  readonly welcome_try_name: null;
  readonly welcome_try_name_value: null;
  readonly welcome_try_new: null;
  readonly welcome_try_new_means: null;
  readonly welcome_try_scopes: null;
  readonly welcome_try_title: null;
  readonly welcome_unlock: null;
  readonly welcome_unpractised: null;
  readonly welcome_unpractised_means: null;
  readonly welcome_vault_broken_means: null;
  readonly welcome_vault_heading: null;
  readonly welcome_vault_lede: null;
  readonly welcome_vault_locked_means: null;
  readonly welcome_vault_made: null;
  readonly welcome_vault_newer: null;
  readonly welcome_vault_none: null;
  readonly welcome_vault_none_means: null;
  readonly welcome_vault_repair: null;
  readonly welcome_vault_skip: null;
  readonly welcome_vault_unlocked_means: null;
  readonly welcome_what_happened: null;
  readonly welcome_word: { readonly number: string };
  readonly welcome_word_wrong: { readonly number: string };
  readonly welcome_words_fit: null;
  readonly welcome_words_retype: null;
};

/** The messages with a number in them, without the endings of their forms. */
export type Counted =
  | 'ago_hours'
  | 'ago_minutes'
  | 'locks_in'
  | 'tokens'
  | 'welcome_backup_newer'
  | 'welcome_missing'
  | 'welcome_saved'
  | 'welcome_waiting_lead'
  | 'welcome_waiting';
