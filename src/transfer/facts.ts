/**
 * What is known of a token as pairs of texts. Every format holds the same pairs in its own way: columns
 * of a CSV file, lines of a comment or a note, fields of a Bitwarden item.
 */
import type { Expiry } from '../providers/provider';
import type { Token } from '../tokens/token';
import type { Told } from './entry';

export const FACTS = [
  'name',
  'site',
  'path',
  'provider',
  'kind',
  'account',
  'owner',
  'scopes',
  'expires',
  'manage id',
  'seen',
  'label',
  'note',
] as const;
export type Fact = (typeof FACTS)[number];

/** What is not known has no pair. `''` is the same as not known. */
export type Facts = Readonly<Partial<Record<Fact, string>>>;

/** A scope that needs no JSON around it to be told from its neighbours. */
const BARE_SCOPE = /^[^\s,;[\]"]+$/;

function scopesText(scopes: readonly string[]): string {
  const bare = scopes.length > 0 && scopes.every((scope) => BARE_SCOPE.test(scope));
  return bare ? scopes.join(' ') : JSON.stringify(scopes);
}

function scopesFrom(text: string): string[] {
  if (text.trimStart().startsWith('[')) {
    const list = parsed(text);
    if (Array.isArray(list) && list.every((scope) => typeof scope === 'string')) return list;
  }
  return text.split(/[\s,;]+/).filter((scope) => scope !== '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function factsOf(token: Token): Facts {
  const { expires, scopes } = token;
  const known: Readonly<Record<Fact, string | null>> = {
    name: token.name,
    site: token.origin,
    path: token.path === '/' ? null : token.path,
    provider: token.provider,
    kind: token.kind,
    account: token.account,
    owner: token.owner,
    scopes: scopes && scopesText(scopes),
    expires: typeof expires === 'object' ? (expires?.at ?? null) : expires,
    'manage id': token.manageId,
    seen: token.seenAt,
    label: token.label ?? null,
    note: token.note ?? null,
  };
  // Its keys are the facts.
  const pairs = Object.entries(known) as [Fact, string | null][];
  return Object.fromEntries(pairs.filter(([, text]) => text !== null && text !== ''));
}

function expiryFrom(text: string): Expiry {
  return text.toLowerCase() === 'never' ? 'never' : { at: text };
}

/** `Thu, 01 Jan` and the like are dates to `Date`, and mean whatever the browser makes of them: ISO 8601 alone counts. */
function instantFrom(text: string): string | null {
  const instant = /^\d{4}-\d\d-\d\d/.test(text) ? new Date(text) : null;
  return instant && !Number.isNaN(instant.getTime()) ? instant.toISOString() : null;
}

/** An address as people write it: `zenodo.org`, `https://zenodo.org/account`, several with commas between. */
export function addressFrom(text: string): { origin: string; path: string } | null {
  for (const part of [text, ...text.split(/[\s,]+/)]) {
    const address = /^[a-z][a-z\d+.-]*:\/\//i.test(part) ? part : `https://${part}`;
    if (part === '' || /\s/.test(part) || !URL.canParse(address)) continue;
    const { origin, pathname, protocol } = new URL(address);
    if (/^https?:$/.test(protocol)) return { origin, path: pathname };
  }
  return null;
}

/** What pairs tell. A fact that makes no sense tells nothing. */
export function toldBy(facts: Facts): Told {
  const text = (fact: Fact) => facts[fact] || null;
  const [site, scopes, expires, seen] = [text('site'), text('scopes'), text('expires'), text('seen')];
  const address = site === null ? null : addressFrom(site);
  return {
    name: text('name'),
    account: text('account'),
    owner: text('owner'),
    manageId: text('manage id'),
    provider: text('provider'),
    kind: text('kind'),
    origin: address?.origin ?? null,
    path: text('path') ?? address?.path ?? null,
    scopes: scopes === null ? null : scopesFrom(scopes),
    expires: expires === null ? null : expiryFrom(expires),
    seenAt: seen === null ? null : instantFrom(seen),
    label: text('label'),
    note: text('note'),
  };
}

/** A text that stands on one line as it is, and is read back the same. */
const BARE_LINE = /^[^\s"\p{Cc}\u2028\u2029](?:[^\p{Cc}\u2028\u2029]*[^\s\p{Cc}])?$/u;

/** `scopes: deposit:write`; where a text needs it, as a JSON string. */
export function factLines(facts: Facts): string[] {
  return FACTS.flatMap((fact) => {
    const text = facts[fact];
    if (text === undefined) return [];
    return [`${fact}: ${BARE_LINE.test(text) ? text : JSON.stringify(text)}`];
  });
}

const FACT = new RegExp(`^(${FACTS.join('|')}):`, 'u');

/** The fact on a line, or `null` for any other line. */
export function factOn(line: string): readonly [Fact, string] | null {
  const found = FACT.exec(line);
  if (!found) return null;
  const [begin, fact = ''] = found;
  const text = line.slice(begin.length).trim();
  const value = text.startsWith('"') ? parsed(text) : text;
  // The expression knows no other names.
  return [fact as Fact, typeof value === 'string' ? value : text];
}

/** The facts among the lines of a note. */
export function factsIn(lines: readonly string[]): Facts {
  return Object.fromEntries(lines.map(factOn).filter((pair) => pair !== null));
}

/**
 * A title for a format that needs one, and what then has to be told beside it. An empty name says that
 * the token has none, and is not called what the title says.
 */
export function titled(facts: Facts, host: string): { title: string; rest: Facts } {
  const { name, ...rest } = facts;
  const title = rest.label ?? name ?? host;
  return { title, rest: title === name ? rest : { name: name ?? '', ...rest } };
}

/** Facts, and below them the user's note, for a format that has one place for both. */
export function noteWith(facts: Facts): string {
  const { note, ...rest } = facts;
  return [factLines(rest).join('\n'), ...(note === undefined ? [] : [note])].join('\n\n');
}

/** The inverse. A note that does not begin with facts of ours is the user's as a whole. */
export function factsAndNote(text: string): Facts {
  const gap = /\r?\n\r?\n/.exec(text);
  const lines = text.slice(0, gap?.index).split(/\r?\n/);
  const facts = factsIn(lines);
  const isOurs = facts.provider !== undefined && lines.every((line) => factOn(line) !== null);
  if (!isOurs) return { note: text };
  return { ...facts, note: gap ? text.slice(gap.index + gap[0].length) : '' };
}
