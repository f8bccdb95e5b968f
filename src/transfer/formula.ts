/**
 * Cells that a spreadsheet would run. A token's name comes from a web page, and `=HYPERLINK(…&B2)` as a
 * name would send the token beside it to whoever has chosen the name (OWASP, "CSV Injection", November
 * 2026). An apostrophe in front makes it a text; reading our own file takes it away again.
 */

/** With what a formula begins, in Chinese and Japanese spreadsheets in full width too. */
const BEGINS = /^'*\s*[=+\-@\t\r\n＝＋－＠]/u;
/** A token may begin with `-`, and with an apostrophe in front it would be another one to every other program. */
const LIKE_A_TOKEN = /^-[\w-]{19,}$/;
/** `-B2-C3`, `-R2C2`: these are the texts of other cells, and may be as long. */
const CELLS = /^(?:-+(?:[a-z]{1,3}\d{1,7})+)+$/i;

export function guarded(cell: string): string {
  const token = LIKE_A_TOKEN.test(cell) && !CELLS.test(cell);
  return BEGINS.test(cell) && !token ? `'${cell}` : cell;
}

/** The inverse of `guarded`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && guarded(cell.slice(1)) === cell ? cell.slice(1) : cell;
}
