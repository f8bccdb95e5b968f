/**
 * A second copy of the vault, sealed as the first, in a file of the origin's private file system.
 * Chromium deletes an origin's whole database when one byte of it is damaged, and says nothing when its
 * log is cut (measured in 156, 2026-11); this file survives both. It is another place on the disk, it is
 * written after the database was, and it is read to put back what the database lost.
 */
import { base64 } from '@scure/base';

const FILE = 'vault.json';
const VERSION = 1;

export type SecondCopy = {
  /** One header, or two while one takes the place of another; unchecked. */
  readonly headers: readonly unknown[];
  /** Sealed bytes by id. */
  readonly records: ReadonlyMap<string, Uint8Array>;
  readonly notes: ReadonlyMap<string, Uint8Array>;
};

const EMPTY: SecondCopy = { headers: [], records: new Map(), notes: new Map() };

/** JSON in which bytes are `{"base64":…}` and maps are objects. */
function toText({ headers, records, notes }: SecondCopy): string {
  const stored = {
    v: VERSION,
    headers,
    records: Object.fromEntries(records),
    notes: Object.fromEntries(notes),
  };
  return JSON.stringify(stored, (_, value: unknown) =>
    value instanceof Uint8Array ? { base64: base64.encode(value) } : value,
  );
}

function fromText(text: string): SecondCopy | null {
  const parsed: unknown = JSON.parse(text, (_, value: unknown) => {
    const bytes = typeof value === 'object' && value !== null && 'base64' in value ? value.base64 : null;
    return typeof bytes === 'string' ? base64.decode(bytes) : value;
  });
  if (typeof parsed !== 'object' || parsed === null || !('v' in parsed) || parsed.v !== VERSION) return null;
  const { headers, records, notes } = parsed as Partial<Record<keyof SecondCopy, unknown>>; // checked below
  return { headers: Array.isArray(headers) ? headers : [], records: bytesIn(records), notes: bytesIn(notes) };
}

function bytesIn(stored: unknown): ReadonlyMap<string, Uint8Array> {
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return new Map(entries.filter((entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array));
}

let last: Promise<unknown> = Promise.resolve();

/** What is there once all changes are; `null` where there is no copy, or none that can be read. */
export function readSecondCopy(): Promise<SecondCopy | null> {
  return last.then(read);
}

async function read(): Promise<SecondCopy | null> {
  try {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle(FILE)).getFile();
    return fromText(await file.text());
  } catch {
    return null;
  }
}

/**
 * Changes the copy, one change after the other.
 * @returns whether it was written: private windows of Firefox have no such file system, and a disk may be full
 */
export function changeSecondCopy(change: (copy: SecondCopy) => SecondCopy): Promise<boolean> {
  const changed = last.then(async () => {
    const before = (await read()) ?? EMPTY;
    const after = change(before);
    return after === before || write(after);
  });
  last = changed.catch(() => undefined);
  return changed.catch(() => false);
}

async function write(copy: SecondCopy): Promise<boolean> {
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle(FILE, { create: true });
  // The browser writes another file, and puts it in the place of this one when it is closed.
  const writable = await file.createWritable();
  await writable.write(toText(copy));
  await writable.close();
  return true;
}
