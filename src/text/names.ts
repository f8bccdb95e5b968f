/** Made by `npm run texts` from public/_locales/en/messages.json. */

/** The messages and the values in them. */
export type Texts = {
  readonly ago_now: null;
  readonly clipboard_clear: null;
  readonly clipboard_clear_about: null;
  readonly clipboard_clear_now: null;
  readonly clipboard_cleared: null;
  readonly clipboard_compare: null;
  readonly clipboard_compare_about: null;
  readonly clipboard_compare_refused: null;
  readonly clipboard_copied: null;
  readonly clipboard_copied_as: { readonly what: string };
  readonly clipboard_failed: null;
  readonly clipboard_late: null;
  readonly clipboard_left: null;
  readonly clipboard_let_compare: null;
  readonly clipboard_may_be_kept: null;
  readonly clipboard_may_remove: null;
  readonly clipboard_never: null;
  readonly clipboard_note: null;
  readonly clipboard_ok: null;
  readonly clipboard_refused: null;
  readonly clipboard_stays: null;
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
  | 'clipboard_after_minutes'
  | 'clipboard_after_seconds'
  | 'clipboard_clears_in'
  | 'locks_in'
  | 'tokens';
