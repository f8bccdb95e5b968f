/** Which format a file has, and which there are to be written. */
import type { BackupToken } from '../messages/protocol';
import { readBitwarden, writeBitwarden } from './bitwarden';
import { readCsv, separatorOf, writeCsv, writeOnePassword } from './columns';
import { refused, type Reading } from './entry';
import { textOf } from './file';
import { readEnv, writeEnv } from './variables';

/** The end of a message's name. */
export type FormatId = 'env' | 'csv' | 'bitwarden' | 'one_password';

type Format = {
  /** What its file's name ends in, after `seenonce` and the date. */
  readonly ending: string;
  readonly write: (tokens: readonly BackupToken[]) => string;
};

export const FORMATS: Readonly<Record<FormatId, Format>> = {
  env: { ending: '.env', write: writeEnv },
  csv: { ending: '.csv', write: writeCsv },
  bitwarden: { ending: '-bitwarden.json', write: writeBitwarden },
  one_password: { ending: '-1password.csv', write: writeOnePassword },
};

/** By its name where that says it, else by how it begins. */
function readerFor(name: string, text: string): (text: string) => Reading {
  if (/\.csv$/i.test(name)) return readCsv;
  if (/\.json$/i.test(name) || /^\s*[{[]/.test(text)) return readBitwarden;
  return !/\.env(?:\.|$)/i.test(name) && separatorOf(text) !== null ? readCsv : readEnv;
}

/** Everything in a file that has a value, or why nothing of it is taken. */
export function readFile(name: string, bytes: Uint8Array): Reading {
  const decoded = textOf(bytes);
  if (!decoded.ok) return decoded;
  const read = readerFor(name, decoded.text)(decoded.text);
  return read.ok && read.entries.length === 0 ? refused('no_entries') : read;
}
