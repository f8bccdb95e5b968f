/** The vault that is kept of every release: one of each thing that can stand in a vault, made by the background itself. */
import { backedUp, backupNotes, backupTokens } from '../../src/background/backup';
import { deleteToken } from '../../src/background/deleting';
import { hold } from '../../src/background/held';
import { allTokens } from '../../src/background/listing';
import { allNotes, setNote } from '../../src/background/notes';
import { save } from '../../src/background/saving';
import { allSites, changeSites } from '../../src/background/sites';
import { create } from '../../src/background/unlock';
import { afterUnlock } from '../../src/background/unlocked';
import type { Seen } from '../../src/messages/protocol';
import { UNTOLD, type Details } from '../../src/providers/provider';
import { settings } from '../../src/storage/items';
import { changeSecondCopy } from '../../src/storage/second-copy';
import { base64 } from '@scure/base';
import { identityToRecipient, makePassphraseSlot, newIdentity } from '../../src/vault/slots';
import { madeBackup } from '../support/made-tokens';
import { page } from '../support/seen';
import { readStored, type ExpectedToken, type ReleasedVault } from '../support/stored-vault';

const PASSPHRASE = 'EXAMPLE horse battery staple EXAMPLE';
/** scrypt with 2^10: the slot says its own factor, and a test need not wait a second. */
const QUICK = 10;

type Made = {
  readonly origin: string;
  readonly provider: string;
  readonly kind: string;
  readonly secret: readonly [string, string];
  readonly details: Partial<Details> & { readonly name: string };
};

const GITHUB = { origin: 'https://github.com', provider: 'github' };
const CLASSIC = { ...GITHUB, kind: 'classic' };
const ZENODO = { origin: 'https://zenodo.org', provider: 'zenodo', kind: 'personal' };

const REGENERATED = { account: 'example', manageId: '7', scopes: ['gist'] };
/** A kind and a shape of each sort; by name, so that the newest of two regenerated ones comes last. */
const SAVED: readonly Made[] = [
  {
    ...CLASSIC,
    secret: ['ghp_', `${'A'.repeat(29)}EXAMPLE`],
    details: {
      name: 'EXAMPLE classic, many scopes, with a last day',
      account: 'example',
      scopes: ['repo', 'read:org', 'gist', 'notifications', 'user:email', 'workflow', 'write:packages'],
      expires: { at: '2027-01-31' },
    },
  },
  {
    ...GITHUB,
    kind: 'fine-grained',
    secret: ['github_pat_', `${'B'.repeat(22)}_${'B'.repeat(52)}EXAMPLE`],
    details: { name: 'EXAMPLE fine-grained, nothing told of its scopes', owner: 'example-org' },
  },
  {
    origin: 'https://osf.io',
    provider: 'osf',
    kind: 'personal',
    secret: ['CCCC', `${'C'.repeat(59)}EXAMPLE`],
    details: { name: 'EXAMPLE osf', scopes: ['osf.full_read'], expires: 'never', manageId: 'c'.repeat(24) },
  },
  {
    ...CLASSIC,
    secret: ['ghp_', `${'D'.repeat(29)}EXAMPLE`],
    details: { name: 'EXAMPLE regenerated 1', ...REGENERATED },
  },
  {
    ...CLASSIC,
    secret: ['ghp_', `${'E'.repeat(29)}EXAMPLE`],
    details: { name: 'EXAMPLE regenerated 2', ...REGENERATED },
  },
  {
    origin: 'https://speckle.example.org',
    provider: 'speckle',
    kind: 'personal',
    secret: ['ffff', 'f'.repeat(38)],
    details: { name: 'EXAMPLE speckle of one’s own, ünïcode', scopes: ['profile:read', 'streams:read'] },
  },
  {
    ...ZENODO,
    secret: ['GGGG', `${'G'.repeat(49)}EXAMPLE`],
    details: { name: 'EXAMPLE zenodo, no scopes at all', scopes: [], expires: 'never' },
  },
];
const DELETED: Made = {
  ...ZENODO,
  secret: ['HHHH', `${'H'.repeat(49)}EXAMPLE`],
  details: { name: 'EXAMPLE deleted' },
};
const HELD: Made = {
  ...ZENODO,
  secret: ['IIII', `${'I'.repeat(49)}EXAMPLE`],
  details: { name: 'EXAMPLE held', scopes: ['deposit:write', 'deposit:actions'], expires: null },
};

const seenOf = ({ provider, kind, secret, details }: Made): Seen => ({
  provider,
  kind,
  secret: secret.join(''),
  path: '/settings/tokens/new',
  details: { ...UNTOLD, ...details },
});

const expectedOf = ({ provider, secret, details }: Made): ExpectedToken => ({
  name: details.name,
  provider,
  scopes: details.scopes ?? null,
  expires: details.expires ?? null,
  replaced: details.name === 'EXAMPLE regenerated 1',
  secret,
});

const keep = async (made: Made) => (await save(seenOf(made), { ...page, origin: made.origin })).id;

/** Makes it where nothing is, and gives its bytes. */
export async function madeVault(version: string): Promise<ReleasedVault> {
  const identity = await newIdentity();
  const slot = base64.encode(await makePassphraseSlot(identity, PASSPHRASE, QUICK));
  await create({ identity, recipient: await identityToRecipient(identity), slot });
  await settings.set({ lockAfter: 30, leaveGuard: false });
  await changeSites(() => ({
    servers: { 'https://speckle.example.org': 'speckle' },
    off: ['osf', 'https://sandbox.zenodo.org'],
  }));
  for (const made of SAVED) await keep(made);
  const deleted = await keep(DELETED);
  await allTokens();
  await deleteToken(deleted);
  await setNote({ provider: 'zenodo', scope: 'deposit:write', text: 'EXAMPLE note: only for uploads.' });
  await setNote({ provider: 'github', scope: 'repo', text: 'EXAMPLE note\non two lines, ünïcode.' });
  await afterUnlock();
  const { tokens } = await backupTokens(0, 100);
  const backup = await madeBackup(tokens, await backupNotes(), PASSPHRASE);
  const now = new Date();
  await backedUp(now);
  await hold(seenOf(HELD), page);
  const expected = {
    tokens: SAVED.map(expectedOf),
    notes: await allNotes(),
    held: expectedOf(HELD),
    deleted,
    backedUp: now.toISOString(),
    settings: await settings.get(),
    sites: await allSites(),
  };
  // What nobody waits for.
  await changeSecondCopy((copy) => copy);
  const stored = await readStored();
  return { version, passphrase: PASSPHRASE, expected, ...stored, backup: { base64: base64.encode(backup) } };
}
