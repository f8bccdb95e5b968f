/** The grammar of CSV (RFC 4180), with the separators and line ends that spreadsheets write. */
import { refused, type Problem } from './entry';

export type Row = { readonly line: number; readonly cells: readonly string[] };

const LINE_END = /\r\n|\r|\n/y;

/** What stands at this place, and how it ends; `null` where it matches nothing. */
function at(expression: RegExp, text: string, place: number): string | null {
  expression.lastIndex = place;
  return expression.exec(text)?.[0] ?? null;
}

/**
 * A quote inside a cell that begins without one is part of it. Lines without anything are left out.
 * @param separator one character
 */
export function readRows(
  text: string,
  separator: string,
): { ok: true; rows: Row[] } | { ok: false; problem: Problem } {
  const quoted = /"[^"]*(?:""[^"]*)*"/y;
  const bare = separator === '\t' ? /[^\t\r\n]*/y : new RegExp(`[^${separator}\r\n]*`, 'y');
  const rows: Row[] = [];
  let cells: string[] = [];
  let [line, begun, place] = [1, 1, 0];
  while (place < text.length || cells.length > 0) {
    const isQuoted = text.charAt(place) === '"';
    const cell = at(isQuoted ? quoted : bare, text, place);
    if (cell === null) return refused('open_quote', line);
    cells.push(isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    place += cell.length;
    line += cell.split(/\r\n|\r|\n/).length - 1;
    if (text.charAt(place) === separator) {
      place += 1;
      continue;
    }
    const end = at(LINE_END, text, place);
    if (end === null && place < text.length) return refused('after_quote', line);
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begun, cells });
    cells = [];
    place += end?.length ?? 0;
    line += 1;
    begun = line;
  }
  return { ok: true, rows };
}

/** Every cell in quotes, so that no spreadsheet reads one as something else by its separator. */
export function writeRows(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}
