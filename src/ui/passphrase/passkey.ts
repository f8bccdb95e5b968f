/**
 * Passkeys by WebAuthn's PRF extension, straight from the browser. typage's own `createCredential` asks
 * with `prf: {}`, which fails on Windows Hello (bitwarden/clients #21998). What an authenticator says in
 * `enabled` is not relied upon: it can do it if it gave a secret.
 */
import { base64, base64urlnopad } from '@scure/base';
import type { Passkey } from '../../messages/protocol';

const SECRET = 32; // bytes, of salts and secrets
const NAME = 'SeenOnce vault';
/** ES256, EdDSA and RS256: what authenticators have. The signature is never looked at. */
const ALGORITHMS = [-7, -8, -257];

export type PasskeyFailure =
  | 'cancelled' // by the user, or it took too long; the browser does not tell which
  | 'no-prf' // this authenticator gives no secret
  | 'not-here'; // this browser has no passkeys for an extension's pages, or the vault has none

type Failed = { readonly ok: false; readonly failure: PasskeyFailure };

/** `credentialId` (base64url) and `salt` (base64) as in `Passkey`; `prf`: the passkey's secret, 32 bytes. */
export type NewPasskey = { readonly ok: true; readonly prf: Uint8Array } & AskedFor;
export type AskedPasskey<P> = { readonly ok: true; readonly passkey: P; readonly prf: Uint8Array };

type AskedFor = Pick<Passkey, 'credentialId' | 'salt'>;

/** Whether this page can ask for passkeys. Firefox refuses the origin of its extensions. */
export async function canUsePasskeys(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis) || location.protocol === 'moz-extension:') return false;
  // Chromium 133 and later tell; before that it is tried.
  const can = await PublicKeyCredential.getClientCapabilities?.();
  return can?.['extension:prf'] !== false;
}

/**
 * Makes a passkey of this extension, and asks for its secret. The user is asked once, or twice where the
 * authenticator gives no secret when it makes a passkey.
 * @throws Error on what neither the user nor the authenticator can have meant
 */
export async function createPasskey(): Promise<NewPasskey | Failed> {
  if (!(await canUsePasskeys())) return { ok: false, failure: 'not-here' };
  const salt = randomBytes(SECRET);
  const made = await answerOf(navigator.credentials.create({ publicKey: creation(salt) }));
  if (!made.ok) return made;
  const passkey = { credentialId: made.credential.id, salt: base64.encode(salt) };
  const prf = secretOf(made.credential);
  if (prf) return { ok: true, ...passkey, prf };
  const asked = await askPasskey([passkey]);
  return asked.ok ? { ok: true, ...passkey, prf: asked.prf } : asked;
}

/**
 * Asks for one of these passkeys; the user chooses.
 * @returns the chosen one, and its secret, 32 bytes
 * @throws Error as `createPasskey`
 */
export async function askPasskey<P extends AskedFor>(
  passkeys: readonly P[],
): Promise<AskedPasskey<P> | Failed> {
  if (passkeys.length === 0 || !(await canUsePasskeys())) return { ok: false, failure: 'not-here' };
  const asked = await answerOf(navigator.credentials.get({ publicKey: assertion(passkeys) }));
  if (!asked.ok) return asked;
  const passkey = passkeys.find(({ credentialId }) => credentialId === asked.credential.id);
  if (!passkey) throw new Error('The browser answered with a passkey that was not asked for.');
  const prf = secretOf(asked.credential);
  return prf ? { ok: true, passkey, prf } : { ok: false, failure: 'no-prf' };
}

/** age is 35 kB that only a page needs on which a passkey was used. */
const vaultPasskey = () => import('../../vault/passkey');

/** The vault's identity, wrapped with a passkey's secret: an age file, base64. */
export async function passkeySlotOf(identity: string, prf: Uint8Array): Promise<string> {
  return base64.encode(await (await vaultPasskey()).makePasskeySlot(identity, prf));
}

/**
 * @returns the vault's identity, or `null` if the slot is not this passkey's
 * @throws Error if the slot is damaged
 */
export async function identityFromPasskey(
  { slot }: Pick<Passkey, 'slot'>,
  prf: Uint8Array,
): Promise<string | null> {
  return (await vaultPasskey()).openPasskeySlot(base64.decode(slot), prf);
}

function creation(salt: Uint8Array<ArrayBuffer>): PublicKeyCredentialCreationOptions {
  return {
    rp: { name: 'SeenOnce' }, // Without an id it is the extension's own.
    user: { id: randomBytes(16), name: NAME, displayName: NAME },
    challenge: randomBytes(SECRET), // There is no server that would look at the answer to it.
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    extensions: { prf: { eval: { first: salt } } },
  };
}

function assertion(passkeys: readonly AskedFor[]): PublicKeyCredentialRequestOptions {
  const salts = passkeys.map(
    ({ credentialId, salt }) => [credentialId, { first: bytesOf(base64, salt) }] as const,
  );
  return {
    challenge: randomBytes(SECRET),
    allowCredentials: passkeys.map(({ credentialId }) => ({
      type: 'public-key',
      id: bytesOf(base64urlnopad, credentialId),
    })),
    userVerification: 'required',
    extensions: { prf: { evalByCredential: Object.fromEntries(salts) } },
  };
}

type Answered = { readonly ok: true; readonly credential: PublicKeyCredential };

async function answerOf(asking: Promise<Credential | null>): Promise<Answered | Failed> {
  try {
    const credential = await asking;
    if (credential === null) return { ok: false, failure: 'cancelled' };
    // Only public keys were asked for.
    return { ok: true, credential: credential as PublicKeyCredential };
  } catch (error) {
    const failure = error instanceof DOMException ? FAILURES.get(error.name) : undefined;
    if (!failure) throw error;
    return { ok: false, failure };
  }
}

/** https://www.w3.org/TR/webauthn-3/#sctn-create-request-exceptions */
const FAILURES: ReadonlyMap<string, PasskeyFailure> = new Map([
  ['NotAllowedError', 'cancelled'],
  ['AbortError', 'cancelled'],
  ['ConstraintError', 'no-prf'], // It cannot verify its user, without which there is no secret.
  ['UnknownError', 'no-prf'],
  ['NotSupportedError', 'not-here'],
  ['SecurityError', 'not-here'],
]);

function secretOf(credential: PublicKeyCredential): Uint8Array | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return null;
  const bytes = ArrayBuffer.isView(first)
    ? new Uint8Array(first.buffer, first.byteOffset, first.byteLength)
    : new Uint8Array(first);
  return bytes.length === SECRET ? bytes : null;
}

/** A copy, because WebAuthn takes no view of memory that might be shared. */
function bytesOf(coder: typeof base64, text: string): Uint8Array<ArrayBuffer> {
  return coder.decode(text).slice();
}

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}
