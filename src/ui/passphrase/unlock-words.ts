/** What is said when the vault does not open. */
import type { PasskeyFailure } from './passkey';

const WRONG = 'This is not the passphrase. The vault is unchanged: try again.';
const WRONG_WHILE_SEALING =
  'This is not the passphrase that holds now. Until everything is sealed to the new key, the vault opens with the old passphrase: type that one.';

export const DAMAGED =
  'The stored key does not open. Your tokens are kept, encrypted: copy this browser profile before you change anything.';
export const PASSKEY_DAMAGED =
  'The key that this passkey opens is damaged. The vault is unchanged: the passphrase keeps working.';

export const PASSKEY_FAILURES: Readonly<Record<PasskeyFailure, string>> = {
  cancelled: 'The browser’s question was closed, so nothing was changed. The passphrase keeps working.',
  'no-prf': 'This authenticator cannot derive a key; the passphrase keeps working.',
  'not-here': 'This browser does not let an extension use passkeys here; the passphrase keeps working.',
};

export function wrongWords(resealing: boolean): string {
  return resealing ? WRONG_WHILE_SEALING : WRONG;
}
