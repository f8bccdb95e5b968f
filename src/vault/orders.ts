/**
 * Orders: what the vault was told to do to itself, and has not finished, as it stands on the disk. Whoever
 * can write to the disk could write one too, so each has a mark that only the vault's identity can make.
 */

/** A mark: HMAC-SHA-256 over the order's words, as JSON. @param key of `orderKey` */
export async function markOf(key: CryptoKey, order: readonly string[]): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, wordsOf(order)));
}

/** Whether the mark on the disk, whatever it is, was made for this order. */
export async function isMarked(key: CryptoKey, order: readonly string[], mark: unknown): Promise<boolean> {
  // WebCrypto takes no view of memory that might be shared; a copy is none.
  return mark instanceof Uint8Array && crypto.subtle.verify('HMAC', key, mark.slice(), wordsOf(order));
}

const wordsOf = (order: readonly string[]) => new TextEncoder().encode(JSON.stringify(order));
