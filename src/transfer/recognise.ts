/** Whose token something in a file is: by what the file says of it, by its host, else by its form. */
import { is } from 'valibot';
import type { BackupToken } from '../messages/protocol';
import { shapes } from '../messages/shapes';
import { providerOf, providers } from '../providers';
import type { Provider } from '../providers/provider';
import { NOWHERE, OTHER } from '../tokens/token';
import type { Entry, Told } from './entry';

/** Why something is probably no token, or not to be taken. */
export type Doubt =
  | 'form' // it has the form of no token that we know
  | 'unusual' // the file or its host says whose token it is, and it has not the form of one
  | 'site' // it has the form of a token, and belongs to a site that no provider covers
  | 'twice'; // the same stands further up

export type Candidate = {
  readonly line: number;
  readonly title: string;
  /** `null`: the vault takes nothing like it, being too long or not what it says. */
  readonly token: Omit<BackupToken, 'id' | 'savedAt'> | null;
  /** `null`: it is a token as far as one can see. */
  readonly doubt: Doubt | null;
};

/** Somebody's own servers: origin -> provider id. */
export type Servers = Readonly<Record<string, string>>;

type Recognised = Pick<BackupToken, 'provider' | 'kind' | 'origin'> & { readonly doubt: Doubt | null };

/** GitHub alone writes its name into its tokens; a password may have the form of any other. */
const NAMED = new Set(['github']);

const byId = (id: string | null): Provider | null => providers.find((one) => one.id === id) ?? null;

function kindOf({ kinds }: Provider, secret: string, how: 'strict' | 'tolerant'): string | null {
  return Object.entries(kinds).find(([, kind]) => kind[how].test(secret))?.[0] ?? null;
}

/** `https://github.com`: where a provider's tokens belong if nothing else is said. */
const homeOf = ({ matches }: Provider) => (matches[0] ?? NOWHERE).replace(/\/\*$/, '');

const noToken = (origin: string | null, doubt: Doubt | null): Recognised => ({
  provider: OTHER,
  kind: 'token',
  origin: origin ?? NOWHERE,
  doubt,
});

/** `api.github.com` is GitHub, and so is `www.github.com`. */
function siteOf(origin: string): string {
  const site = origin.replace(/^https:\/\/(?:api|www)\./, 'https://');
  return providerOf(origin) === null && providerOf(site) ? site : origin;
}

/** The only provider, if it is one, whose token has this form. */
function byForm(secret: string): { provider: Provider; kind: string } | null {
  const found = providers.flatMap((provider) => {
    const kind = kindOf(provider, secret, 'strict');
    return kind === null ? [] : [{ provider, kind }];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The file says whose it is. */
function bySaying({ provider: said, kind, origin }: Told, secret: string): Recognised | null {
  if (said === OTHER) return { ...noToken(origin, null), kind: kind ?? 'token' };
  const provider = byId(said);
  if (!provider) return null;
  const at = origin ?? homeOf(provider);
  // A kind is believed where the secret has its form: what is copied as code later was judged by that.
  const stated = kind !== null && Object.hasOwn(provider.kinds, kind) ? provider.kinds[kind] : undefined;
  if (kind !== null && (stated?.strict.test(secret) || stated?.tolerant.test(secret)))
    return { provider: provider.id, kind, origin: at, doubt: null };
  const fits = kindOf(provider, secret, 'strict') ?? kindOf(provider, secret, 'tolerant');
  return fits === null
    ? noToken(at, 'unusual')
    : { provider: provider.id, kind: fits, origin: at, doubt: null };
}

/** It stands beside a host. */
function byHost(origin: string, secret: string, servers: Servers): Recognised {
  const provider = providerOf(origin) ?? byId(servers[origin] ?? null);
  const form = byForm(secret);
  if (provider) {
    const kind = kindOf(provider, secret, 'strict');
    return kind === null ? noToken(origin, 'unusual') : { provider: provider.id, kind, origin, doubt: null };
  }
  if (form && NAMED.has(form.provider.id))
    return { provider: form.provider.id, kind: form.kind, origin, doubt: null };
  return noToken(origin, form ? 'site' : 'form');
}

function whose(told: Told, secret: string, servers: Servers): Recognised {
  const origin = told.origin && siteOf(told.origin);
  const said = bySaying({ ...told, origin }, secret);
  if (said) return said;
  if (origin !== null) return byHost(origin, secret, servers);
  const form = byForm(secret);
  if (!form) return noToken(null, 'form');
  return { provider: form.provider.id, kind: form.kind, origin: homeOf(form.provider), doubt: null };
}

/** White space around a token is never a part of it; around something else it may be. */
function trimmed(secret: string, told: Told, servers: Servers): string {
  const text = secret.trim();
  const { provider, doubt } = whose(told, text, servers);
  return provider !== OTHER && doubt === null ? text : secret;
}

/** @param now when the file was read: a token of which it is not said was seen then */
function candidateOf({ line, title, secret: written, told }: Entry, servers: Servers, now: Date): Candidate {
  const secret = trimmed(written, told, servers);
  const { doubt, ...place } = whose(told, secret, servers);
  const { name, scopes, expires, account, owner, manageId, label } = told;
  // Notes are drawn, and tokens never are.
  const note = told.note?.includes(secret) ? null : told.note;
  const token = {
    name,
    scopes,
    expires,
    account,
    owner,
    manageId,
    ...place,
    path: told.path ?? '/',
    ends: secret.slice(-4),
    seenAt: told.seenAt ?? now.toISOString(),
    secret,
    ...(label === null ? {} : { label }),
    ...(note === null ? {} : { note }),
  };
  return { line, title, token: isTaken(token, now) ? token : null, doubt };
}

/** The background refuses what has not this shape, and with it the ninety-nine beside it. */
function isTaken(token: Omit<BackupToken, 'id' | 'savedAt'>, now: Date): boolean {
  const whole = { ...token, id: 'x'.repeat(22), savedAt: now.toISOString() };
  return is(shapes['ui:restore'], { tokens: [whole], notes: [] });
}

/** Each entry with whose it is, in the order of the file; the same token a second time is in doubt. */
export function recognise(entries: readonly Entry[], servers: Servers, now: Date): Candidate[] {
  const here = new Set<string>();
  return entries.map((entry) => {
    const candidate = candidateOf(entry, servers, now);
    const { token } = candidate;
    if (!token) return candidate;
    const key = `${token.origin}\n${token.secret}`;
    if (here.has(key)) return { ...candidate, doubt: 'twice' };
    here.add(key);
    return candidate;
  });
}
