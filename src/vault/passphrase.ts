/** How a passphrase becomes a key, in slots and backups alike. */

/** scrypt's work factor: N = 2^18, 256 MiB for about one second. */
export const LOG_N = 18;

/** The bytes of a passphrase are the UTF-8 of its NFC form, so that every keyboard types the same. */
export function normalised(passphrase: string): string {
  return passphrase.normalize('NFC');
}
