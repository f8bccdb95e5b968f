/**
 * Tokens in CSV files. By the names in the first line this reads our own, 1Password's, and what browsers
 * and other password managers export; it writes the first two.
 */
import type { BackupToken } from '../messages/protocol';
import { readRows, writeRows, type Row } from './csv';
import { refused, type Entry, type Reading } from './entry';
import { FACTS, factsAndNote, factsOf, noteWith, titled, toldBy, type Fact, type Facts } from './facts';
import { guarded, unguarded } from './formula';

/** Ours: the token, and every fact in a column of its own name. */
const OWN = ['name', 'token', ...FACTS.filter((fact) => fact !== 'name')] as const;

/**
 * 1Password 8's own (header of its exports as readers of many projects quote it, November 2026). Its
 * CSV has no custom fields: what has no column stands in the notes.
 */
const ONE_PASSWORD = [
  'Title',
  'Url',
  'Username',
  'Password',
  'OTPAuth',
  'Favorite',
  'Archived',
  'Tags',
  'Notes',
];

/** In lower case, the likeliest first. Beside ours: 1Password, Bitwarden, KeePassXC, Chromium, Firefox, LastPass. */
const TOKEN_COLUMNS = ['token', 'password', 'login_password', 'secret', 'access token', 'api key', 'value'];
const FACT_COLUMNS: Readonly<Partial<Record<Fact, readonly string[]>>> = {
  name: ['name', 'title', 'label'],
  site: ['site', 'url', 'website', 'login_uri', 'host'],
  account: ['account', 'username', 'login_username', 'user'],
  note: ['note', 'notes', 'extra'],
};

const SEPARATORS = [',', ';', '\t'];

/** Gives the cell of a row under the first of these names that the file has. */
type Cell = (row: Row, names: readonly string[]) => string;

function factsOfRow(row: Row, cell: Cell): Facts {
  const pairs = FACTS.map((fact) => [fact, cell(row, FACT_COLUMNS[fact] ?? [fact])] as const);
  return Object.fromEntries(pairs.filter(([, text]) => text !== ''));
}

function entryOf(row: Row, cell: Cell, isOwn: boolean): Entry {
  const { note = '', ...columns } = factsOfRow(row, cell);
  const told = toldBy({ ...columns, ...(isOwn ? { note } : factsAndNote(note)) });
  return { line: row.line, title: columns.name ?? '', secret: cell(row, TOKEN_COLUMNS), told };
}

export function readCsv(text: string): Reading {
  const separator = separatorOf(text);
  if (separator === null) return refused('no_secret_column', 1);
  const read = readRows(text, separator);
  if (!read.ok) return read;
  const [head, ...rows] = read.rows;
  const names = head ? namesIn(head) : [];
  const odd = rows.find(({ cells }) => cells.length !== names.length);
  if (odd) return refused('cells', odd.line);
  const isOwn = OWN.every((name, at) => names[at] === name);
  const cell: Cell = ({ cells }, wanted) => {
    const column = wanted.find((name) => names.includes(name));
    const found = column === undefined ? '' : (cells[names.indexOf(column)] ?? '');
    return isOwn ? unguarded(found) : found;
  };
  const entries = rows.map((row) => entryOf(row, cell, isOwn)).filter(({ secret }) => secret !== '');
  return { ok: true, entries };
}

const namesIn = ({ cells }: Row) => cells.map((name) => name.trim().toLowerCase());

/** The separator with which the first line names a column for the token, or `null`. */
export function separatorOf(text: string): string | null {
  const [first = ''] = text.trimStart().split(/[\r\n]/, 1);
  const names = (separator: string) => {
    const read = readRows(first, separator);
    return read.ok && read.rows[0] ? namesIn(read.rows[0]) : [];
  };
  const isHead = (separator: string) => {
    const found = names(separator);
    return found.length > 1 && TOKEN_COLUMNS.some((name) => found.includes(name));
  };
  return SEPARATORS.find(isHead) ?? null;
}

/** Our own columns: for a spreadsheet, and to come back whole. */
export function writeCsv(tokens: readonly BackupToken[]): string {
  const rows = tokens.map((token) => {
    const texts: Readonly<Record<string, string>> = { ...factsOf(token), token: token.secret };
    return OWN.map((column) => guarded(texts[column] ?? ''));
  });
  return writeRows([OWN, ...rows]);
}

/**
 * For 1Password. Its cells are not guarded against formulas: 1Password would take the guard for a part
 * of the value.
 */
export function writeOnePassword(tokens: readonly BackupToken[]): string {
  const rows = tokens.map((token) => {
    const { site, path, account, ...facts } = factsOf(token);
    const { title, rest } = titled(facts, new URL(token.origin).host);
    const address = `${site ?? ''}${path ?? ''}`;
    return [title, address, account ?? '', token.secret, '', 'false', 'false', 'SeenOnce', noteWith(rest)];
  });
  return writeRows([ONE_PASSWORD, ...rows]);
}
