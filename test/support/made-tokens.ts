/** Tokens that no site made: for what needs many of them, or old ones. */
import type { BackupNote, BackupToken } from '../../src/messages/protocol';
import { sealBackup } from '../../src/vault/backup';

/** scrypt with 2^4: what is tested is what becomes of the file, and not how long it takes. */
const QUICK = 4;

/** `made 0` and so on, or under another word of at most ten letters. `savedAt`: ISO 8601 */
export function madeTokens(count: number, savedAt: string, word = 'made'): BackupToken[] {
  return Array.from({ length: count }, (_, n) => ({
    id: `${word}-${n}-`.padEnd(22, 'x'),
    provider: 'zenodo',
    kind: 'zenodo/personal',
    origin: 'https://zenodo.org',
    path: '/account/settings/applications/tokens/new/',
    ends: 'MPLE',
    seenAt: savedAt,
    savedAt,
    name: `${word} ${n}`,
    scopes: ['deposit:write'],
    expires: 'never',
    account: null,
    owner: null,
    manageId: null,
    secret: `${word}-${n}-${'m'.repeat(40)}EXAMPLE`,
  }));
}

/** A backup as a page of ours makes it, but for its work factor. */
export function madeBackup(
  tokens: readonly BackupToken[],
  notes: readonly BackupNote[],
  passphrase: string,
): Promise<Uint8Array> {
  const contents = tokens.map(({ id, name, origin, ends }) => ({
    id,
    name,
    host: new URL(origin).host,
    ends,
  }));
  const created = '2026-01-01T00:00:00.000Z';
  return sealBackup({ created, contents, tokens, notes }, passphrase, QUICK);
}
