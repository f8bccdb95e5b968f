/**
 * JSON that knows its lines. `JSON.parse` says where it stopped in words of each browser's own, and some
 * of them quote the file, which is full of secrets.
 */
import { refused, type Flaw, type Problem } from './entry';

export type Json = { readonly line: number } & (
  | { readonly is: 'plain'; readonly value: string | number | boolean | null }
  | { readonly is: 'list'; readonly items: readonly Json[] }
  | { readonly is: 'object'; readonly members: ReadonlyMap<string, Json> }
);

/** Deeper than any export, and far from where a browser runs out of stack. */
const DEEPEST = 100;

const SPACE = /[ \t\r\n]*/y;
/** Both ends are looked for first, so that a text which never ends is told from one that is wrong. */
const TEXT = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
const WORD = /-?[\w.+-]+/y;

class Broken extends Error {
  readonly flaw: Flaw;
  readonly at: number;
  constructor(flaw: Flaw, at: number) {
    super(flaw);
    this.flaw = flaw;
    this.at = at;
  }
}

class Reader {
  readonly #text: string;
  #place = 0;
  /** Up to where lines are counted, and the line there. */
  #counted = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  whole(): Json {
    const value = this.#value(0);
    if (this.#place < this.#text.length) this.#stop();
    return value;
  }

  /** Only ever forward. */
  lineAt(place: number): number {
    for (; this.#counted < place; this.#counted += 1) {
      if (this.#text.charCodeAt(this.#counted) === 0x0a) this.#line += 1;
    }
    return this.#line;
  }

  #stop(): never {
    throw new Broken(this.#place >= this.#text.length ? 'json_end' : 'json', this.#place);
  }

  #take(expression: RegExp): string | null {
    expression.lastIndex = this.#place;
    const found = expression.exec(this.#text)?.[0];
    if (found === undefined) return null;
    this.#place += found.length;
    return found;
  }

  /** Takes one of these marks, and the space after it. */
  #mark(marks: string): string {
    const mark = this.#text.charAt(this.#place);
    if (mark === '' || !marks.includes(mark)) this.#stop();
    this.#place += 1;
    this.#take(SPACE);
    return mark;
  }

  #value(depth: number): Json {
    if (depth > DEEPEST) throw new Broken('json_deep', this.#place);
    this.#take(SPACE);
    const line = this.lineAt(this.#place);
    const begin = this.#text.charAt(this.#place);
    if (begin === '{') return { line, is: 'object', members: this.#members(depth) };
    if (begin === '[') return { line, is: 'list', items: this.#items(depth) };
    const value = begin === '"' ? this.#string() : this.#plain();
    this.#take(SPACE);
    return { line, is: 'plain', value };
  }

  #string(): string {
    const begin = this.#place;
    const found = this.#take(TEXT);
    if (found === null) throw new Broken('json_end', begin);
    const value = parsed(found);
    if (typeof value !== 'string') throw new Broken('json_text', begin);
    return value;
  }

  #plain(): number | boolean | null {
    const begin = this.#place;
    const value = parsed(this.#take(WORD) ?? '');
    if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
    this.#place = begin;
    this.#stop();
  }

  #items(depth: number): Json[] {
    const items: Json[] = [];
    this.#mark('[');
    if (this.#text.charAt(this.#place) === ']') this.#mark(']');
    else
      do {
        items.push(this.#value(depth + 1));
      } while (this.#mark(',]') === ',');
    return items;
  }

  #members(depth: number): Map<string, Json> {
    const members = new Map<string, Json>();
    this.#mark('{');
    if (this.#text.charAt(this.#place) === '}') this.#mark('}');
    else
      do {
        if (this.#text.charAt(this.#place) !== '"') this.#stop();
        const name = this.#string();
        this.#take(SPACE);
        this.#mark(':');
        members.set(name, this.#value(depth + 1));
      } while (this.#mark(',}') === ',');
    return members;
  }
}

/** One text, number or word; `undefined` for anything else. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function readJson(text: string): { ok: true; value: Json } | { ok: false; problem: Problem } {
  const reader = new Reader(text);
  try {
    return { ok: true, value: reader.whole() };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return refused(error.flaw, lineOf(text, error.at));
  }
}

function lineOf(text: string, place: number): number {
  return text.slice(0, place).split('\n').length;
}
