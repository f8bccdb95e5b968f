/** Where the vault's header stands: is there one, can it be read, may anything be sealed to it? */
import type { Trouble } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import { onTerminated } from '../storage/database';
import { countSealed } from '../storage/records';
import { readSecondCopy } from '../storage/second-copy';
import { readStoredHeader, readStopped } from '../storage/vault';
import { readHeader, type Header } from '../vault/vault';

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
  const stored = await readStoredHeader().catch(unreadable);
  if (stored instanceof Unreadable) return { header: null, trouble: stored.trouble };
  if (stored === undefined) return (await isLost()) ? { header: null, trouble: 'header-lost' } : NONE;
  const read = readHeader(stored);
  if (read === 'newer') return { header: null, trouble: 'header-newer' };
  if (read === 'corrupt') return { header: null, trouble: 'header-corrupt' };
  const stopped = (await readStopped()) !== null;
  return { header: read, trouble: stopped ? 'recipient-replaced' : null };
}

/** The browser does not open the database. */
class Unreadable {
  constructor(readonly trouble: Extract<Trouble, 'storage-broken' | 'storage-newer'>) {}
}

/** IndexedDB refuses a database of a later version by itself, and leaves it as it is. */
function unreadable(error: unknown): Unreadable {
  const isNewer = error instanceof DOMException && error.name === 'VersionError';
  return new Unreadable(isNewer ? 'storage-newer' : 'storage-broken');
}

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

/** The same, or the refusal `no-vault` or `broken`. */
export async function existingHeader(): Promise<Header> {
  const now = await standing();
  if (now.trouble !== null) throw new Refusal('broken');
  if (!now.header) throw new Refusal('no-vault');
  return now.header;
}
