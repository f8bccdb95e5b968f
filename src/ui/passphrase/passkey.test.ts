import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { base64, base64urlnopad } from '@scure/base';
import { newIdentity } from '../../vault/slots';
import { askPasskey, canUsePasskeys, createPasskey, identityFromPasskey, passkeySlotOf } from './passkey';

const PRF = new Uint8Array(32).fill(0x41);
const ID = base64urlnopad.encode(new Uint8Array(16).fill(0x45));
const OTHER_ID = base64urlnopad.encode(new Uint8Array(16).fill(0x46));
const SALT = base64.encode(new Uint8Array(32).fill(0x53));
const OTHER_SALT = base64.encode(new Uint8Array(32).fill(0x54));

type Results = { readonly enabled?: boolean; readonly results?: { readonly first: BufferSource } };

/** A credential as far as the code looks at it. */
const credential = (prf?: Results, id = ID) => ({ id, getClientExtensionResults: () => ({ prf }) });
const withSecret = (id = ID) => credential({ results: { first: PRF.buffer } }, id);

const create = vi.fn<(options: CredentialCreationOptions) => Promise<unknown>>();
const get = vi.fn<(options: CredentialRequestOptions) => Promise<unknown>>();

beforeEach(() => {
  create.mockReset();
  get.mockReset();
  vi.stubGlobal('navigator', { credentials: { create, get } });
  vi.stubGlobal('location', { protocol: 'chrome-extension:' });
  vi.stubGlobal('PublicKeyCredential', {});
});
afterEach(() => vi.unstubAllGlobals());

/** The options of the one call. */
function askedOf<T extends { publicKey?: unknown }>(
  calls: readonly (readonly [T])[],
): NonNullable<T['publicKey']> {
  const options = calls[0]?.[0].publicKey;
  if (calls.length !== 1 || !options) throw new Error(`${calls.length} calls instead of one`);
  return options;
}

describe('passkeys can be used', () => {
  test('in a Chromium extension page', async () => {
    expect(await canUsePasskeys()).toBe(true);
  });

  test('not in Firefox, which refuses the origin', async () => {
    vi.stubGlobal('location', { protocol: 'moz-extension:' });
    expect(await canUsePasskeys()).toBe(false);
    expect(await createPasskey()).toEqual({ ok: false, failure: 'not-here' });
    expect(create).not.toHaveBeenCalled();
  });

  test('not where there is no WebAuthn', async () => {
    Reflect.deleteProperty(globalThis, 'PublicKeyCredential');
    expect(await canUsePasskeys()).toBe(false);
  });

  test.each([
    [{ 'extension:prf': false }, false],
    [{ 'extension:prf': true }, true],
    [{}, true],
  ])('where the browser says %j: %s', async (capabilities, can) => {
    vi.stubGlobal('PublicKeyCredential', { getClientCapabilities: () => Promise.resolve(capabilities) });
    expect(await canUsePasskeys()).toBe(can);
  });
});

describe('making a passkey', () => {
  test('takes the secret that comes at once, whatever is said of `enabled`', async () => {
    for (const enabled of [true, false, undefined]) {
      create.mockResolvedValueOnce(credential({ enabled, results: { first: PRF } }));
      expect(await createPasskey()).toMatchObject({ ok: true, credentialId: ID, prf: PRF });
    }
    expect(get).not.toHaveBeenCalled();
  });

  test('asks with a fresh salt, for a verified user, under the own origin', async () => {
    create.mockResolvedValue(withSecret());
    const made = await createPasskey();
    const asked = askedOf(create.mock.calls);
    expect(asked.rp).toEqual({ name: 'SeenOnce' });
    expect(asked.authenticatorSelection).toEqual({ residentKey: 'preferred', userVerification: 'required' });
    expect(asked.pubKeyCredParams.map(({ alg }) => alg).toSorted((a, b) => a - b)).toEqual([-257, -8, -7]);
    const salt = asked.extensions?.prf?.eval?.first;
    expect(salt).toHaveLength(32);
    expect(made).toMatchObject({ salt: base64.encode(salt as Uint8Array) }); // sent as one, above
    const again = await createPasskey();
    expect(again.ok && made.ok && again.salt).not.toBe(made.ok && made.salt);
  });

  test('asks once more, with the same salt, where none came', async () => {
    create.mockResolvedValue(credential({ enabled: true }));
    get.mockResolvedValue(withSecret());
    const made = await createPasskey();
    expect(made).toMatchObject({ ok: true, credentialId: ID, prf: PRF });
    const salt = askedOf(create.mock.calls).extensions?.prf?.eval?.first;
    expect(askedOf(get.mock.calls).extensions?.prf?.evalByCredential).toEqual({ [ID]: { first: salt } });
  });

  test.each([
    ['none', credential({ enabled: true })],
    ['no extension at all', credential()],
    ['a short one', credential({ results: { first: PRF.subarray(1) } })],
  ])('fails where the second secret is %s', async (_, answer) => {
    create.mockResolvedValue(credential({ enabled: true }));
    get.mockResolvedValue(answer);
    expect(await createPasskey()).toEqual({ ok: false, failure: 'no-prf' });
  });

  test.each([
    ['NotAllowedError', 'cancelled'],
    ['AbortError', 'cancelled'],
    ['ConstraintError', 'no-prf'],
    ['UnknownError', 'no-prf'],
    ['SecurityError', 'not-here'],
    ['NotSupportedError', 'not-here'],
  ])('says of a %s: %s', async (name, failure) => {
    create.mockRejectedValueOnce(new DOMException('', name));
    expect(await createPasskey()).toEqual({ ok: false, failure });
    create.mockResolvedValueOnce(credential());
    get.mockRejectedValueOnce(new DOMException('', name));
    expect(await createPasskey(), 'at the second question').toEqual({ ok: false, failure });
  });

  test('throws on what is a bug', async () => {
    create.mockRejectedValueOnce(new TypeError('wrong options'));
    await expect(createPasskey()).rejects.toThrow(TypeError);
  });
});

describe('asking for a passkey', () => {
  const passkeys = [
    { credentialId: ID, salt: SALT, slot: '', created: '' },
    { credentialId: OTHER_ID, salt: OTHER_SALT, slot: '', created: '' },
  ];

  test('offers all, each with its own salt, and tells which was taken', async () => {
    get.mockResolvedValue(withSecret(OTHER_ID));
    expect(await askPasskey(passkeys)).toEqual({ ok: true, passkey: passkeys[1], prf: PRF });
    const asked = askedOf(get.mock.calls);
    // Every id was decoded from base64: bytes.
    expect(asked.allowCredentials?.map(({ id }) => base64urlnopad.encode(id as Uint8Array))).toEqual([
      ID,
      OTHER_ID,
    ]);
    expect(asked.extensions?.prf?.evalByCredential).toEqual({
      [ID]: { first: base64.decode(SALT) },
      [OTHER_ID]: { first: base64.decode(OTHER_SALT) },
    });
    expect(asked.userVerification).toBe('required');
  });

  test('fails without passkeys, without a secret, and when the user cancels', async () => {
    expect(await askPasskey([])).toEqual({ ok: false, failure: 'not-here' });
    get.mockResolvedValueOnce(credential());
    expect(await askPasskey(passkeys)).toEqual({ ok: false, failure: 'no-prf' });
    get.mockResolvedValueOnce(null);
    expect(await askPasskey(passkeys)).toEqual({ ok: false, failure: 'cancelled' });
  });

  test('throws on a passkey that was not asked for', async () => {
    get.mockResolvedValue(withSecret('AAAA'));
    await expect(askPasskey(passkeys)).rejects.toThrow(/not asked for/);
  });
});

test('a slot goes there and back', async () => {
  const identity = await newIdentity();
  const slot = await passkeySlotOf(identity, PRF);
  expect(await identityFromPasskey({ slot }, PRF)).toBe(identity);
  expect(await identityFromPasskey({ slot }, new Uint8Array(32))).toBeNull();
});
