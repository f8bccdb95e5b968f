/**
 * Cells that a spreadsheet would run. A token's name comes from a web page, and `=HYPERLINK(…&B2)` as a
 * name would send the token beside it to whoever has chosen the name (OWASP, "CSV Injection", November
 * 2026). An apostrophe in front makes it a text; reading our own file takes it away again.
 */

/** With what a formula begins, in Chinese and Japanese spreadsheets in full width too. */
const BEGINS = /^'*\s*[=+\-@\t\r\n＝＋－＠]/u;
/** Of these letters alone no formula is made that reaches another cell's text or another place: tokens begin with `-` too. */
const HARMLESS = /^[\w.~+/=-]*$/;

export function guarded(cell: string): string {
  return BEGINS.test(cell) && !HARMLESS.test(cell) ? `'${cell}` : cell;
}

/** The inverse of `guarded`. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && guarded(cell.slice(1)) === cell ? cell.slice(1) : cell;
}
