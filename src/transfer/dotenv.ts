/**
 * The grammar of `.env` files. There is no standard: this reads what the shell, Node.js and the dotenv
 * packages agree on (Node.js documentation "Environment files", POSIX shell quoting, the README of the
 * npm package dotenv; November 2026), and writes what all of them read alike.
 *
 * - `NAME=value`, `export NAME=value`, `NAME: value`; `#` begins a comment at the start of a line, and
 *   after white space.
 * - '…' and `…` are literal; '\'' between two '…' is a quote, as in a shell.
 * - "…" knows \n \r \t \\ \" \$ \`; any other backslash is one.
 * - A quoted value may go on over several lines. Line ends become \n.
 */
import { refused, type Problem } from './entry';

export type Assignment = {
  readonly line: number;
  readonly name: string;
  readonly value: string;
  /** The comment lines right above it, without `#`. */
  readonly comments: readonly string[];
};

const ASSIGNMENT = /[^\S\n]*(?:export[^\S\n]+)?([\w.-]+)(?:[^\S\n]*=|:(?=\s))[^\S\n]*/y;
const COMMENT_OR_NOTHING = /[^\S\n]*(?:#([^\n]*))?(?:\n|$)/y;
/** Declares a variable that was set before. */
const EXPORT_ALONE = /[^\S\n]*export(?:[^\S\n]+[\w.-]+)+[^\S\n]*(?:#[^\n]*)?(?:\n|$)/y;
const REST_OF_LINE = /[^\n]*/y;
const QUOTED: Readonly<Record<string, RegExp>> = {
  "'": /'([^']*(?:'\\''[^']*)*)'/y,
  '"': /"([^"\\]*(?:\\[^][^"\\]*)*)"/y,
  '`': /`([^`]*)`/y,
};

const ESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  '"': '"',
  $: '$',
  '`': '`',
};

function meant(quote: string, inside: string): string {
  if (quote === "'") return inside.replaceAll(`'\\''`, "'");
  if (quote !== '"') return inside;
  return inside.replaceAll(/\\([^])/g, (whole, letter: string) => ESCAPED[letter] ?? whole);
}

/** What an expression finds at this place, or `null`. */
function at(expression: RegExp, text: string, place: number): RegExpExecArray | null {
  expression.lastIndex = place;
  return expression.exec(text);
}

/** The value that begins here, and where it ends; or why it is none. */
function valueAt(text: string, place: number): { value: string; end: number } | 'open_quote' {
  const quote = text.charAt(place);
  const quoted = QUOTED[quote];
  if (!quoted) {
    const [rest = ''] = at(REST_OF_LINE, text, place) ?? [];
    return { value: rest.replace(/(?:^|\s)#[^]*$/, '').trim(), end: place + rest.length };
  }
  const found = at(quoted, text, place);
  return found ? { value: meant(quote, found[1] ?? ''), end: place + found[0].length } : 'open_quote';
}

export function readAssignments(
  file: string,
): { ok: true; assignments: Assignment[] } | { ok: false; problem: Problem } {
  const text = file.replaceAll(/\r\n?/g, '\n');
  const assignments: Assignment[] = [];
  const comments: string[] = [];
  let line = 1;
  let place = 0;
  const goTo = (next: number) => {
    line += text.slice(place, next).split('\n').length - 1;
    place = next;
  };
  while (place < text.length) {
    const aside = at(COMMENT_OR_NOTHING, text, place) ?? at(EXPORT_ALONE, text, place);
    if (aside) {
      if (aside[1] === undefined) comments.length = 0;
      else comments.push(aside[1].trim());
      goTo(place + aside[0].length);
      continue;
    }
    const assigned = at(ASSIGNMENT, text, place);
    if (!assigned) return refused('no_assignment', line);
    const read = valueAt(text, place + assigned[0].length);
    if (read === 'open_quote') return refused(read, line);
    const rest = at(COMMENT_OR_NOTHING, text, read.end);
    if (!rest) return refused('after_quote', line);
    assignments.push({ line, name: assigned[1] ?? '', value: read.value, comments: comments.splice(0) });
    goTo(read.end + rest[0].length);
  }
  return { ok: true, assignments };
}

/** Literal in '…' for the shell, Node.js and the dotenv packages alike. */
const PLAIN = /^[^'\\\r\n]*$/;
/** The same for "…". */
const PLAIN_BUT_QUOTE = /^[^"\\$`!\r\n]*$/;

/** The shortest quotes that every reader takes alike; only for what no token has, those of the shell. */
export function quotedValue(value: string): string {
  if (PLAIN.test(value)) return `'${value}'`;
  if (PLAIN_BUT_QUOTE.test(value)) return `"${value}"`;
  return `"${value.replaceAll(/[\\"$`]/g, String.raw`\$&`).replaceAll('\r', String.raw`\r`)}"`;
}
