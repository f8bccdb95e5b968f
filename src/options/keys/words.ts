/** What the lines about the vault's key say. */
import { named } from '../../text/named';
import { counted, text } from '../../text/text';
import type { FailureWords } from '../../ui/failure';
import type { PasskeyFailure } from '../../ui/passphrase/passkey';
import { longDay } from '../../ui/time';

/** The worker did not run (most likely it did not get its 256 MiB), or a slot is damaged. */
export const noWork = (): FailureWords => ({
  what: text('keys_no_work_what'),
  safe: text('keys_no_work_safe'),
  next: text('keys_no_work_next'),
});

export const slotsGone = (): FailureWords => ({
  what: text('keys_slots_gone_what'),
  safe: text('keys_slots_gone_safe'),
  next: text('keys_slots_gone_next'),
});

export function notAdded(failure: PasskeyFailure): FailureWords {
  const name = named(failure);
  return {
    what: text(`passkey_not_added_${name}_what`),
    safe: text(`passkey_not_added_${name}_safe`),
    next: text(`passkey_not_added_${name}_next`),
  };
}

/** @param chosen when it was, if that is known */
export function passphraseAbout(chosen: string | null): string {
  if (chosen === null) return text('keys_passphrase_about');
  return text('keys_passphrase_about_changed', { date: longDay(chosen) });
}

/** @param can `null` until known @param unknown keys that only a later version knows */
export function passkeyAbout(can: boolean | null, firefox: boolean, unknown: number): string {
  const refused = firefox ? 'passkey_about_firefox' : 'passkey_about_browser';
  const about = text(can === false ? refused : 'passkey_about');
  return unknown === 0
    ? about
    : text('passkey_about_more', { about, more: counted('passkey_more', unknown) });
}
