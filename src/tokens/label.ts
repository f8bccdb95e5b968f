/**
 * A label that tells what a token can do and where, as zenopy's guide to Zenodo's tokens advises
 * ("MYTOKEN_ALL_SB": all scopes, sandbox; read November 2026).
 */
import type { Provider, Risk } from '../providers/provider';
import type { Token } from './token';

/** The shortest that a site allows in its own form: Zenodo, and GitHub's fine-grained tokens (2026). */
const LONGEST = 40;
/** Longer accounts, and addresses, say more than a label has room for. */
const LONGEST_ACCOUNT = 16;

/** In rising order of harm. */
const WORDS: readonly (readonly [risk: Risk, word: string])[] = [
  ['reads', 'READ'],
  ['writes', 'WRITE'],
  ['deletes', 'DELETE'],
  ['administers', 'ADMIN'],
];

type Knowing = Pick<Provider, 'id' | 'scopes' | 'enforcesScopes' | 'testHosts'>;
type Labelled = Pick<Token, 'name' | 'origin' | 'account' | 'scopes' | 'provider'>;

/** `ALL` where nothing is held back, else the worst that any scope permits; `null` where that is not known. */
function reach(scopes: Token['scopes'], provider: Knowing | null): string | null {
  if (!provider) return null;
  if (!provider.enforcesScopes) return 'ALL';
  const risks = new Set(scopes?.flatMap((scope) => provider.scopes[scope]?.risk ?? []));
  const permitted = WORDS.filter(([risk]) => risks.has(risk));
  return permitted.length === WORDS.length ? 'ALL' : (permitted.at(-1)?.[1] ?? null);
}

/** `SB` of a sandbox; of other test servers the first part of their name. */
function testServer(host: string, provider: Knowing | null): string | null {
  if (!provider?.testHosts.test(host)) return null;
  const [first = ''] = host.split('.');
  return first === 'sandbox' ? 'SB' : first.toUpperCase();
}

/** What its maker called it, without the parts that are put to it. */
function baseOf(name: string | null, fallback: string, parts: readonly string[]): string {
  const words = name?.trim().replace(/\s+/g, '-') ?? '';
  const ends = words.split('_');
  while (ends.length > 1 && parts.includes(ends.at(-1) ?? '')) ends.pop();
  return ends.join('_') || fallback;
}

/**
 * @param provider what we know of the token's provider, or `null`
 * @returns for example `uploads_ALL_maria_SB`, of at most 40 characters; the account goes first when it is
 * too long, then the name is cut
 */
export function suggestedLabel(token: Labelled, provider: Knowing | null): string {
  const { host } = new URL(token.origin);
  const account =
    token.account && token.account.length <= LONGEST_ACCOUNT && !/[@\s]/.test(token.account)
      ? token.account
      : null;
  const can = reach(token.scopes, provider);
  const test = testServer(host, provider);
  const all = [can, account, test].filter((part) => part !== null);
  const base = baseOf(token.name, provider?.id ?? host, all);
  const whole = [base, ...all].join('_');
  if (whole.length <= LONGEST) return whole;
  const ends = [can, test]
    .filter((part) => part !== null)
    .map((part) => `_${part}`)
    .join('');
  return `${base.slice(0, LONGEST - ends.length)}${ends}`;
}
