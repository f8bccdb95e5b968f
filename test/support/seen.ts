/** What a page shows of a token, and a vault's key that was made without scrypt's second: for tests of the background. */
import { base64 } from '@scure/base';
import type { NewVault, Seen } from '../../src/messages/protocol';
import type { PageSender } from '../../src/messages/receive';
import { UNTOLD, type Details } from '../../src/providers/provider';
import { identityToRecipient, newIdentity } from '../../src/vault/slots';

export const page: PageSender = {
  origin: 'https://zenodo.org',
  tabId: 7,
  documentId: 'D1',
  incognito: false,
};

export const secretOf = (name: string) => `EXAMPLE${name}`.padEnd(60, 'A');

/** What a page shows of a token of this name. */
export const seen = (name: string, details: Partial<Details> = {}): Seen => ({
  provider: 'zenodo',
  kind: 'personal',
  secret: secretOf(name),
  path: '/account/settings/applications/tokens/7/',
  details: { ...UNTOLD, name, ...details },
});

/** What a record of this token says in its first line. */
export const metadataOf = (name: string) => ({
  ...seen(name).details,
  provider: 'zenodo',
  kind: 'personal',
  origin: page.origin,
  path: '/',
  ends: 'AAAA',
  seenAt: '2026-11-25T10:00:00.000Z',
  savedAt: '2026-11-25T10:00:00.000Z',
});

/** @param words stand in the slot, to tell one from another; the slot is not looked into here */
export async function newKey(words = 'EXAMPLE'): Promise<NewVault> {
  const identity = await newIdentity();
  const recipient = await identityToRecipient(identity);
  return { identity, recipient, slot: slotOf(words) };
}

/** A slot that is told from others by its words; nobody looks into it. */
export const slotOf = (words: string) => base64.encode(new TextEncoder().encode(words));
