/** By what a copied text is known again, without keeping the text. Base64. */
import { base64 } from '@scure/base';

export type Mark = {
  /** Random, for this copy alone. */
  readonly key: string;
  /** HMAC-SHA-256 of the text. */
  readonly code: string;
};

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** Windows keeps lines of a text with another ending than it was given. */
const bytesOf = (text: string) => new TextEncoder().encode(text.replaceAll('\r\n', '\n'));

const imported = (key: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey('raw', key, HMAC, false, ['sign', 'verify']);

export async function markOf(text: string): Promise<Mark> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const code = await crypto.subtle.sign(HMAC, await imported(key), bytesOf(text));
  return { key: base64.encode(key), code: base64.encode(new Uint8Array(code)) };
}

/** Is this the text that the mark was made of? */
export async function isMarked({ key, code }: Mark, text: string): Promise<boolean> {
  const imports = await imported(new Uint8Array(base64.decode(key)));
  return crypto.subtle.verify(HMAC, imports, new Uint8Array(base64.decode(code)), bytesOf(text));
}
