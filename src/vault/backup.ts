/**
 * A backup is one binary age file with one scrypt stanza, so `age -d` gives its text: a line that says
 * what it holds, then a line for each token with its secret, then a line for each note. A damaged one
 * gives what is whole, and says what is lost.
 * scrypt runs synchronously for about a second: call these in a Worker.
 */
import { Decrypter, Encrypter } from 'age-encryption';
import { parseObject } from './json';
import { LOG_N, normalised } from './passphrase';
import { headerLength, salvage, type Salvaged } from './salvage';

export const BACKUP_VERSION = 1;
const FORMAT = 'seenonce-backup';
const MAX_BACKUP = 64 * 1024 * 1024; // bytes, checked before anything is parsed
/** How every file begins that is protected by a passphrase, ours or of `age -p`. */
const BEGINNING = new TextEncoder().encode('age-encryption.org/v1\n-> scrypt ');

/** A token: flat metadata with its secret. What it means is the caller's business. */
export type Entry = Readonly<Record<string, unknown>> & { readonly id: string; readonly secret: string };
export type Note = Readonly<Record<string, unknown>>;

/** What a damaged backup can say of a token that is lost. */
export type Content = {
  readonly id: string;
  readonly name: string | null;
  readonly host: string;
  /** The last four characters of the secret. */
  readonly ends: string;
};

export type Backup = {
  /** ISO 8601 instant. */
  readonly created: string;
  readonly contents: readonly Content[];
  readonly tokens: readonly Entry[];
  readonly notes: readonly Note[];
};

export type Damage = {
  /** How many sections of 64 KiB cannot be read; a missing end counts as one. */
  readonly sections: number;
  /** How many lines, or pieces of lines beside such a section, are no token and no note. */
  readonly lines: number;
  /** Tokens that the file held and that were not recovered; empty if the line that names them is lost, too. */
  readonly lost: readonly Content[];
};

export type BackupFailure =
  | 'not-a-backup'
  | 'wrong-passphrase'
  | 'newer' // written by a later version
  | 'corrupt' // nothing can be recovered, or it asks for more scrypt work than 2^20
  | 'too-large';

export type OpenedBackup = {
  readonly ok: true;
  /** ISO 8601 instant as the file says it; `null` if that is lost or was not written. */
  readonly created: string | null;
  readonly tokens: readonly Entry[];
  readonly notes: readonly Note[];
  /** `null`: the file is whole. */
  readonly damage: Damage | null;
};

export type ReadBackup = OpenedBackup | { readonly ok: false; readonly failure: BackupFailure };

/**
 * Makes a backup.
 * @param logN scrypt's work factor
 * @throws RangeError if it would be too large to be opened again
 */
export async function sealBackup(
  { created, contents, tokens, notes }: Backup,
  passphrase: string,
  logN: number = LOG_N,
): Promise<Uint8Array> {
  const header = { format: FORMAT, v: BACKUP_VERSION, created, contents };
  const lines = [header, ...tokens, ...notes.map((note) => ({ note }))];
  const plain = new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const encrypter = new Encrypter();
  encrypter.setPassphrase(normalised(passphrase));
  encrypter.setScryptWorkFactor(logN);
  const sealed = await encrypter.encrypt(plain);
  plain.fill(0);
  if (sealed.length > MAX_BACKUP) throw new RangeError(`A backup has at most ${MAX_BACKUP} bytes.`);
  return sealed;
}

/** Opens a backup; of a damaged one, what is whole. */
export async function openBackup(file: Uint8Array, passphrase: string): Promise<ReadBackup> {
  if (file.length > MAX_BACKUP) return { ok: false, failure: 'too-large' };
  if (!BEGINNING.every((byte, at) => file[at] === byte)) return { ok: false, failure: 'not-a-backup' };
  const header = headerLength(file);
  if (header === null) return { ok: false, failure: 'corrupt' };
  const fileKey = await fileKeyOf(file.subarray(0, header), passphrase);
  if (typeof fileKey === 'string') return { ok: false, failure: fileKey };
  const whole = await decrypt(file, fileKey);
  if (whole) return read({ runs: [whole], begins: true, unreadable: 0 });
  const salvaged = await salvage(fileKey, file.subarray(header));
  // typage refused it: it is not whole, even if every section opens.
  return read({ ...salvaged, unreadable: Math.max(1, salvaged.unreadable) });
}

/** All of scrypt's work is done here, once. */
async function fileKeyOf(header: Uint8Array, passphrase: string): Promise<Uint8Array | BackupFailure> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(normalised(passphrase));
  try {
    return await decrypter.decryptHeader(header);
  } catch (error) {
    // typage 0.3.1 has no error classes; a damaged stanza cannot be told from a wrong passphrase.
    const wrong = error instanceof Error && error.message.startsWith('no identity matched');
    return wrong ? 'wrong-passphrase' : 'corrupt';
  }
}

/** The plaintext of a whole file; `null` if it is damaged. */
async function decrypt(file: Uint8Array, fileKey: Uint8Array): Promise<Uint8Array | null> {
  const decrypter = new Decrypter();
  decrypter.addIdentity({ unwrapFileKey: () => fileKey });
  return decrypter.decrypt(file).catch(() => null);
}

function read({ runs, begins, unreadable }: Salvaged): ReadBackup {
  const [first, ...others] = runs.flatMap(linesOf);
  const header = begins ? readHeader(first ?? new Uint8Array()) : HEADER_LOST;
  if (typeof header === 'string') return { ok: false, failure: header };
  const lines = (begins || !first ? others : [first, ...others]).map(parseObject);
  const tokens = lines.filter(isEntry);
  const notes = lines.filter(isNoteLine).map(({ note }) => note);
  for (const run of runs) run.fill(0);
  const recovered = new Set(tokens.map(({ id }) => id));
  const damage: Damage = {
    sections: unreadable,
    lines: lines.length - tokens.length - notes.length + (header.whole ? 0 : 1),
    lost: header.contents.filter(({ id }) => !recovered.has(id)),
  };
  const whole = damage.sections + damage.lines + damage.lost.length === 0;
  const nothing = tokens.length + notes.length + header.contents.length === 0;
  if (nothing && !whole) return { ok: false, failure: 'corrupt' };
  return { ok: true, created: header.created, tokens, notes, damage: whole ? null : damage };
}

/** A piece of a line is no JSON object by itself: its start lacks the last brace, its end has one too many. */
function linesOf(run: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < run.length;) {
    const end = run.indexOf(0x0a, from);
    const to = end < 0 ? run.length : end;
    if (to > from) lines.push(run.subarray(from, to));
    from = to + 1;
  }
  return lines;
}

type Header = Pick<Backup, 'contents'> & Pick<OpenedBackup, 'created'> & { readonly whole: boolean };
/** Its section is lost: that counts as a section, not as a line. */
const HEADER_LOST: Header = { created: null, contents: [], whole: true };

function readHeader(line: Uint8Array): Header | BackupFailure {
  const header = parseObject(line) ?? readBrokenHeader(line);
  if (header?.format !== FORMAT || typeof header.v !== 'number') return 'not-a-backup';
  if (header.v > BACKUP_VERSION) return 'newer';
  return {
    created: typeof header.created === 'string' ? header.created : null,
    contents: Array.isArray(header.contents) ? header.contents.filter(isContent) : [],
    whole: header.broken !== true,
  };
}

/** Of many tokens the first line is longer than a section, and its end can be lost. */
function readBrokenHeader(line: Uint8Array): Record<string, unknown> | null {
  const begin = new TextDecoder().decode(line.subarray(0, 200));
  const found = /^\{"format":"seenonce-backup","v":(?<v>\d+),"created":"(?<created>[^"]*)"/.exec(begin);
  return (
    found && { format: FORMAT, v: Number(found.groups?.v), created: found.groups?.created, broken: true }
  );
}

function isEntry(line: Record<string, unknown> | null): line is Entry {
  return typeof line?.id === 'string' && typeof line.secret === 'string';
}

function isNoteLine(line: Record<string, unknown> | null): line is { note: Note } {
  return !isEntry(line) && typeof line?.note === 'object' && line.note !== null;
}

function isContent(item: unknown): item is Content {
  if (typeof item !== 'object' || item === null) return false;
  const { id, name, host, ends } = item as Partial<Record<keyof Content, unknown>>; // fields checked below
  return (
    typeof id === 'string' &&
    (typeof name === 'string' || name === null) &&
    typeof host === 'string' &&
    typeof ends === 'string'
  );
}
