/** Tokens in `.env` files: under which names programs look for them, and what a comment above one tells. */
import type { BackupToken } from '../messages/protocol';
import { providerOf } from '../providers';
import type { Entry, Reading } from './entry';
import { quotedValue, readAssignments, type Assignment } from './dotenv';
import { addressFrom, factLines, factsIn, factsOf, toldBy } from './facts';

type Known = {
  readonly names: readonly string[];
  readonly provider: string;
  /** Where the program sends it unless told otherwise; `null`: it has to be told. */
  readonly origin: string | null;
  /** Variables that name the server instead. */
  readonly servers: readonly string[];
};

/**
 * The tools' own names (manuals of gh, osfclient, osfr, zenodo-client, zen4R, deposits, Snakemake,
 * invenio-rest-api-client, IGA, specklepy; November 2026). `providers/<id>/snippets.ts` writes the same.
 */
const KNOWN: readonly Known[] = [
  {
    names: ['GITHUB_TOKEN', 'GH_TOKEN', 'GITHUB_PAT', 'GITHUB_ACCESS_TOKEN', 'GITHUB_PERSONAL_ACCESS_TOKEN'],
    provider: 'github',
    origin: 'https://github.com',
    servers: [],
  },
  {
    names: ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN'],
    provider: 'github',
    origin: null,
    servers: ['GH_HOST', 'GITHUB_HOST'],
  },
  {
    names: ['OSF_TOKEN', 'OSF_PAT', 'OSF_ACCESS_TOKEN'],
    provider: 'osf',
    origin: 'https://osf.io',
    servers: ['OSF_SERVER'],
  },
  {
    names: [
      'ZENODO_ACCESS_TOKEN',
      'ZENODO_TOKEN',
      'ZENODO_API_TOKEN',
      'ZENODO_PAT',
      'SNAKEMAKE_STORAGE_ZENODO_ACCESS_TOKEN',
    ],
    provider: 'zenodo',
    origin: 'https://zenodo.org',
    servers: [],
  },
  {
    names: [
      'ZENODO_SANDBOX_ACCESS_TOKEN',
      'ZENODO_SANDBOX_TOKEN',
      'ZENODO_SANDBOX_API_TOKEN',
      'SANDBOX_TOKEN',
    ],
    provider: 'zenodo',
    origin: 'https://sandbox.zenodo.org',
    servers: [],
  },
  {
    names: ['INVENIO_TOKEN'],
    provider: 'zenodo',
    origin: null,
    servers: ['INVENIO_SERVER', 'INVENIO_BASE_URL'],
  },
  {
    names: ['SPECKLE_TOKEN'],
    provider: 'speckle',
    origin: 'https://app.speckle.systems',
    servers: ['SPECKLE_SERVER_URL', 'SPECKLE_SERVER'],
  },
];

const SERVERS = new Set(KNOWN.flatMap(({ servers }) => servers));

/** `SPECKLE_TOKEN_2` -> `SPECKLE_TOKEN` and `_2`: how a second one of the same sort is named. */
function numbered(name: string): { base: string; number: string } {
  const [, base = name, number = ''] = /^(.*?)(_\d+)?$/.exec(name) ?? [];
  return { base, number };
}

type Place = { readonly provider: string | null; readonly origin: string | null };

/** osfr says `test` for test.osf.io. */
function serverFrom(provider: string, text: string): string | null {
  const name = provider === 'osf' && /^[a-z\d]+$/.test(text) ? `${text}.osf.io` : text;
  return addressFrom(name)?.origin ?? null;
}

/** What the name of a variable says of the token in it, with the server that another variable names. */
function placeOf(name: string, values: ReadonlyMap<string, string>): Place {
  const { base, number } = numbered(name);
  const known = KNOWN.find(({ names }) => names.includes(base));
  if (!known) return { provider: null, origin: null };
  const named = known.servers.map((server) => values.get(server + number) ?? '').find(Boolean);
  const server = named === undefined ? null : serverFrom(known.provider, named);
  return { provider: known.provider, origin: server ?? known.origin };
}

function entryOf({ line, name, value, comments }: Assignment, values: ReadonlyMap<string, string>): Entry {
  // A comment tells more than a name, and comes from us or from whoever has made the file.
  const facts = { name, ...factsIn(comments) };
  const told = toldBy(facts);
  const place = placeOf(name, values);
  return {
    line,
    title: name,
    secret: value,
    told: { ...told, provider: told.provider ?? place.provider, origin: told.origin ?? place.origin },
  };
}

export function readEnv(text: string): Reading {
  const read = readAssignments(text);
  if (!read.ok) return read;
  const values = new Map(read.assignments.map(({ name, value }) => [name, value]));
  const entries = read.assignments
    .filter(({ name, value }) => value !== '' && !SERVERS.has(numbered(name).base))
    .map((assignment) => entryOf(assignment, values));
  return { ok: true, entries };
}

type Names = { readonly token: string; readonly server: string | null };

/**
 * The name that programs look for where they would send the token to its own site. Elsewhere a name of
 * the host's: under `OSF_TOKEN` a token of a test server would be sent to osf.io.
 */
function namesFor({ provider, origin }: BackupToken): Names {
  const known = KNOWN.filter((one) => one.provider === provider);
  const here = known.find((one) => one.origin === origin);
  const anywhere = providerOf(origin) === null ? known.find((one) => one.origin === null) : undefined;
  const { names, servers } = here ?? anywhere ?? (provider === 'speckle' ? known[0] : undefined) ?? {};
  if (names?.[0] !== undefined) return { token: names[0], server: servers?.[0] ?? null };
  const host = new URL(origin).host.toUpperCase().replaceAll(/[^A-Z\d]+/g, '_');
  return { token: `${/^\d/.test(host) ? '_' : ''}${host}_TOKEN`, server: null };
}

/** What no variable has yet: `''`, `_2`, `_3`. */
function numberFor(name: string, used: ReadonlySet<string>): string {
  let number = '';
  for (let next = 2; used.has(name + number); next += 1) number = `_${next}`;
  return number;
}

function blockOf(token: BackupToken, names: Names, number: string): string {
  const { server } = names;
  const address = server === 'GH_HOST' ? new URL(token.origin).host : token.origin;
  return [
    ...(server === null ? [] : [`${server}${number}=${quotedValue(address)}`]),
    // Without a name it would come back under that of its variable.
    ...factLines({ name: '', ...factsOf(token) }).map((line) => `# ${line}`),
    `${names.token}${number}=${quotedValue(token.secret)}\n`,
  ].join('\n');
}

/** One variable a token, each name once: of two with the same name programs see only the last. */
export function writeEnv(tokens: readonly BackupToken[]): string {
  const used = new Set<string>();
  const blocks = tokens.map((token) => {
    const names = namesFor(token);
    const number = numberFor(names.token, used);
    used.add(names.token + number);
    return blockOf(token, names, number);
  });
  return blocks.join('\n');
}
