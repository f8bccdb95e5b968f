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

/** The first line is in here: a header has less than 4 kB for each of its slots. */
const FIRST_LINE = 256 * 1024; // bytes

/** Two lines of JSON, the headers alone in the first: an unlock asks for them, and need not read 10,000 records. */
function toText({ headers, records, notes }: SecondCopy): string {
  const lines = [
    { v: VERSION, headers },
    { records: Object.fromEntries(records), notes: Object.fromEntries(notes) },
  ];
  return lines.map((line) => JSON.stringify(line, bytesAsText)).join('\n');
}

/** Bytes are `{"base64":…}`. */
function bytesAsText(_: string, value: unknown): unknown {
  return value instanceof Uint8Array ? { base64: base64.encode(value) } : value;
}

function textAsBytes(_: string, value: unknown): unknown {
  const text = typeof value === 'object' && value !== null && 'base64' in value ? value.base64 : null;
  return typeof text === 'string' ? base64.decode(text) : value;
}

function fromText(text: string): SecondCopy | null {
  const [first = '', second = ''] = text.split('\n');
  const headers = headersIn(first);
  const body: unknown = JSON.parse(second, textAsBytes);
  if (!headers || typeof body !== 'object' || body === null) return null;
  const { records, notes } = body as Partial<Record<keyof SecondCopy, unknown>>; // checked below
  return { headers, records: bytesIn(records), notes: bytesIn(notes) };
}

function headersIn(line: string): readonly unknown[] | null {
  const head: unknown = JSON.parse(line, textAsBytes);
  if (typeof head !== 'object' || head === null || !('v' in head) || head.v !== VERSION) return null;
  return 'headers' in head && Array.isArray(head.headers) ? head.headers : [];
}

function bytesIn(stored: unknown): ReadonlyMap<string, Uint8Array> {
  const entries = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  return new Map(entries.filter((entry): entry is [string, Uint8Array] => entry[1] instanceof Uint8Array));
}

/** Whether a later version wrote it: it is not read, and not written over. */
export function isCopyNewer(): Promise<boolean> {
  return last.then(isNewer);
}

async function isNewer(): Promise<boolean> {
  try {
    const head: unknown = JSON.parse(await firstLine());
    return typeof head === 'object' && head !== null && 'v' in head && Number(head.v) > VERSION;
  } catch {
    return false;
  }
}

let last: Promise<unknown> = Promise.resolve();

/** What is there once all changes are; `null` where there is no copy, or none that can be read. */
export function readSecondCopy(): Promise<SecondCopy | null> {
  return last.then(read);
}

/** Ends when all changes are written, or could not be. */
export async function secondCopyIsWritten(): Promise<void> {
  await last;
}

/** The headers alone; none where there is no copy, or none that can be read. */
export function readHeaderCopies(): Promise<readonly unknown[]> {
  return last.then(async () => {
    try {
      return headersIn(await firstLine()) ?? [];
    } catch {
      return [];
    }
  });
}

async function firstLine(): Promise<string> {
  const [line = ''] = (await (await openFile()).slice(0, FIRST_LINE).text()).split('\n');
  return line;
}

async function openFile(): Promise<File> {
  const folder = await navigator.storage.getDirectory();
  return (await folder.getFileHandle(FILE)).getFile();
}

async function read(): Promise<SecondCopy | null> {
  try {
    return fromText(await (await openFile()).text());
  } catch {
    return null;
  }
}

/**
 * Changes the copy, one change after the other.
 * @returns whether it was written: private windows of Firefox have no such file system, a disk may be full, and
 * what a later version wrote is left as it is
 */
export function changeSecondCopy(change: (copy: SecondCopy) => SecondCopy): Promise<boolean> {
  const changed = last.then(async () => {
    if (await isNewer()) return false;
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
