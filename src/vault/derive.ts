/** HKDF-SHA256 (RFC 5869) by WebCrypto: a key for one purpose out of a secret. */

/**
 * @param salt empty where there is none
 * @param info names the purpose
 * @returns 32 bytes
 */
export async function derive(secret: Uint8Array, salt: Uint8Array, info: string): Promise<Uint8Array> {
  // WebCrypto takes no view of memory that might be shared; a copy is none.
  const key = await crypto.subtle.importKey('raw', secret.slice(), 'HKDF', false, ['deriveBits']);
  const algorithm = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: salt.slice(),
    info: new TextEncoder().encode(info),
  };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}
