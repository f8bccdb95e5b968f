/** Passkeys of Chromium itself, on a virtual authenticator; passkey.test.ts has what cannot be made to happen here. */
import { afterEach, beforeAll, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { askPasskey, canUsePasskeys, createPasskey } from './passkey';

const session = cdp();
let authenticatorId = '';

async function plugIn(hasPrf: boolean): Promise<void> {
  const options = {
    protocol: 'ctap2',
    ctap2Version: 'ctap2_1',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    hasPrf,
  } as const;
  ({ authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options }));
}

beforeAll(() => session.send('WebAuthn.enable'));
afterEach(() => session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }));

/** Made, or the test ends. */
async function made() {
  const passkey = await createPasskey();
  if (!passkey.ok) throw new Error(passkey.failure);
  return passkey;
}

test('a passkey gives the same secret again, and another one another secret', async () => {
  await plugIn(true);
  expect(await canUsePasskeys()).toBe(true);
  const [one, two] = [await made(), await made()];
  expect(one.prf).not.toEqual(two.prf);
  for (const passkey of [one, two]) {
    expect(await askPasskey([passkey])).toEqual({ ok: true, passkey, prf: passkey.prf });
  }
  const asked = await askPasskey([one, two]);
  if (!asked.ok) throw new Error(asked.failure);
  expect(asked.prf).toEqual(asked.passkey.prf);
});

test('an authenticator that gives no secret is told apart', async () => {
  await plugIn(false);
  expect(await createPasskey()).toEqual({ ok: false, failure: 'no-prf' });
});

test('a passkey that the authenticator does not know cannot be had', async () => {
  await plugIn(true);
  const { credentialId, salt } = await made();
  const unknown = credentialId.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A'));
  expect(await askPasskey([{ credentialId: unknown, salt }])).toEqual({ ok: false, failure: 'cancelled' });
});
