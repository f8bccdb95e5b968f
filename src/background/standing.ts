/** Where the vault's header stands: is there one, can it be read, may anything be sealed to it? */
import type { Trouble } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { isOfNewer, onTerminated } from '../storage/database';
import { countSealed } from '../storage/records';
import { isCopyNewer, readSecondCopy } from '../storage/second-copy';
import { readStoredHeader, readStopped } from '../storage/vault';
import { readHeader, type Header, type HeaderFailure } from '../vault/vault';

export type Standing =
  | { readonly header: Header; readonly trouble: null }
  /** `header`: as far as it can be read; nothing is sealed to it. */
  | { readonly header: Header | null; readonly trouble: Trouble }
  | { readonly header: null; readonly trouble: null };

let known: Promise<Standing> | null = null;

/** Asked of the disk once per start of the background, which alone changes it. */
export function standing(): Promise<Standing> {
  if (!known) {
    const looking = look();
    known = looking;
    looking.catch(() => {
      if (known === looking) known = null;
    });
  }
  return known;
}

/** The header was written, or what else it stands on. */
export function lookAgain(): void {
  known = null;
}

onTerminated(lookAgain);

async function look(): Promise<Standing> {
  const stored = await readStoredHeader().catch((error: unknown) => (isOfNewer(error) ? NEWER : UNREADABLE));
  if (stored === UNREADABLE) return { header: null, trouble: 'storage-broken' };
  if (stored === NEWER) return { header: null, trouble: 'database-newer' };
  const read = stored === undefined ? 'lost' : readHeader(stored);
  if (typeof read === 'string') return withoutHeader(read);
  const stopped = (await readStopped()) !== null;
  return { header: read, trouble: stopped ? 'recipient-replaced' : null };
}

/** What the newer copy of a header says, this version cannot tell: it is neither repaired nor taken for no vault. */
async function withoutHeader(why: HeaderFailure | 'lost'): Promise<Standing> {
  if (why === 'newer' || (await isCopyNewer())) return { header: null, trouble: 'header-newer' };
  if (why === 'corrupt') return { header: null, trouble: 'header-corrupt' };
  return (await isLost()) ? { header: null, trouble: 'header-lost' } : NONE;
}

const UNREADABLE = Symbol('the browser cannot open its database');
const NEWER = Symbol('a later version made the database');
const NONE = { header: null, trouble: null } as const;

/** No header: is there anything else of a vault? A new one in its place would lose it for good. */
async function isLost(): Promise<boolean> {
  const copy = await readSecondCopy();
  if (copy && copy.headers.length + copy.records.size > 0) return true;
  return (await countSealed('records')) > 0 || (await countSealed('held')) > 0;
}

/** The header that may be sealed to, or `null`: without a vault, and while it is broken. */
export async function header(): Promise<Header | null> {
  const now = await standing();
  return now.trouble === null ? now.header : null;
}

/** The same, or the refusal `no-vault`, `broken` or `vault-newer`. */
export async function existingHeader(): Promise<Header> {
  const now = await standing();
  await refuseTrouble();
  if (!now.header) throw new Refusal('no-vault');
  return now.header;
}

/** Refuses with `broken` what needs a repair first, and with `vault-newer` what needs an update. */
export async function refuseTrouble(): Promise<void> {
  const { trouble } = await standing();
  if (trouble !== null) throw new Refusal((await isVaultNewer()) ? 'vault-newer' : 'broken');
}

/** A later version wrote the vault: nothing in it is read, written or deleted. */
export async function isVaultNewer(): Promise<boolean> {
  const { trouble } = await standing();
  return trouble === 'header-newer' || trouble === 'database-newer';
}

/** The browser opens no database: what is not in memory cannot be asked for. */
export async function isShut(): Promise<boolean> {
  const { trouble } = await standing();
  return trouble === 'storage-broken' || trouble === 'database-newer';
}
