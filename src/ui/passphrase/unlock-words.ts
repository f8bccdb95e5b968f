/** What is said when the vault does not open. */
import { named } from '../../text/named';
import { text } from '../../text/text';
import type { PasskeyFailure } from './passkey';

export const damagedWords = (): string => text('unlock_damaged');

export const passkeyDamagedWords = (): string => text('unlock_passkey_damaged');

export const passkeyFailureWords = (failure: PasskeyFailure): string =>
  text(`unlock_passkey_${named(failure)}`);

/** @param resealing while everything is being sealed to a new key the old passphrase holds */
export const wrongWords = (resealing: boolean): string =>
  text(resealing ? 'unlock_wrong_while_sealing' : 'unlock_wrong');
