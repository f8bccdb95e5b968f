/**
 * Each tool's own names, and for the sandbox the sandbox's: a mixed-up pair publishes where one meant to
 * try. From the tools' source, November 2026.
 */
import type { Snippet, TokenPlace } from '../provider';
import {
  curl,
  dotenvLines,
  header,
  hostOf,
  powershellLines,
  pythonRequests,
  quoted,
  shellLines,
  unquoted,
} from '../snippets';

const isSandbox = (token: TokenPlace) => hostOf(token) === 'sandbox.zenodo.org';
/** Tools that have no name of their own for the sandbox are offered here only. */
const isMain = (token: TokenPlace) => hostOf(token) === 'zenodo.org';
const isZenodo = (token: TokenPlace) => isMain(token) || isSandbox(token);

/** One name for Zenodo and one for its sandbox. */
function named(main: string, sandbox: string) {
  return (token: TokenPlace, secret: string) => ({ [isSandbox(token) ? sandbox : main]: secret });
}

/** zenodraft, which reads a .env file too. */
const ofZenodo = named('ZENODO_ACCESS_TOKEN', 'ZENODO_SANDBOX_ACCESS_TOKEN');
const iga = ({ origin }: TokenPlace, secret: string) => ({ INVENIO_SERVER: origin, INVENIO_TOKEN: secret });
/** A site of somebody's own has no name that Zenodo's tools know. */
const variables = (token: TokenPlace, secret: string): Readonly<Record<string, string>> =>
  isZenodo(token) ? ofZenodo(token, secret) : iga(token, secret);
/** Needs a user: public addresses answer a wrong token with 200 too. */
const whoAmI = ({ origin }: TokenPlace) => `${origin}/api/user/records?size=1`;

const SECTIONS: readonly Snippet[] = [
  {
    id: 'zenodorc',
    label: '~/.zenodorc section (zenopy)',
    fits: isZenodo,
    write: unquoted((token, secret) => `[${isSandbox(token) ? 'SANDBOX' : 'ZENODO'}]\ntoken = ${secret}\n`),
  },
  {
    id: 'zenodo-ini',
    label: '~/.config/zenodo.ini section (zenodo-client)',
    fits: isZenodo,
    // ro-crate-zenodo reads the same file and wants its own key for the sandbox.
    write: unquoted((token, secret) =>
      isSandbox(token)
        ? `[zenodo:sandbox]\napi_token = ${secret}\nsandbox_api_token = ${secret}\n`
        : `[zenodo]\napi_token = ${secret}\n`,
    ),
  },
  {
    id: 'zenodopy',
    label: '~/.zenodo_token line (zenodopy)',
    fits: isZenodo,
    write: unquoted(
      (token, secret) => `${isSandbox(token) ? 'ACCESS_TOKEN-sandbox' : 'ACCESS_TOKEN'}: ${secret}\n`,
    ),
  },
  {
    id: 'fairly',
    label: '~/.fairly/config.json (fairly)',
    fits: isMain,
    write: (_, secret) => `${JSON.stringify({ zenodo: { token: secret } })}\n`,
  },
];

const R: readonly Snippet[] = [
  {
    id: 'renviron',
    label: 'R: .Renviron line (zen4R)',
    fits: isMain,
    write: unquoted((_, secret) => `ZENODO_PAT=${secret}\n`),
  },
  {
    id: 'deposits',
    label: 'R: .Renviron line (deposits)',
    fits: isZenodo,
    // It takes any variable with "zenodo" in its name, and for the sandbox "sandbox" too.
    write: unquoted(
      (token, secret) => `${isSandbox(token) ? 'ZENODO_SANDBOX_TOKEN' : 'ZENODO_TOKEN'}=${secret}\n`,
    ),
  },
];

export const snippets: readonly Snippet[] = [
  shellLines('env', 'Environment line', ofZenodo, isZenodo),
  ...SECTIONS,
  shellLines(
    'zenodo-client',
    'zenodo-client, pystow: environment',
    named('ZENODO_API_TOKEN', 'ZENODO_SANDBOX_API_TOKEN'),
    isZenodo,
  ),
  shellLines('showyourwork', 'showyourwork: environment', named('ZENODO_TOKEN', 'SANDBOX_TOKEN'), isZenodo),
  shellLines(
    'zenodo-token',
    'openscm-zenodo, zenodo-upload, calkit: environment',
    (_, secret) => ({ ZENODO_TOKEN: secret }),
    isMain,
  ),
  shellLines(
    'snakemake',
    'Snakemake: environment',
    (_, secret) => ({ SNAKEMAKE_STORAGE_ZENODO_ACCESS_TOKEN: secret }),
    isMain,
  ),
  ...R,
  {
    id: 'zenodo-get',
    label: 'zenodo_get: options',
    fits: isZenodo,
    write: (token, secret) => `${isSandbox(token) ? '--sandbox ' : ''}--access-token ${quoted(secret)}`,
  },
  shellLines('iga', 'IGA (InvenioRDM): environment', iga),
  shellLines('invenio-rest', 'invenio-rest-api-client: environment', ({ origin }, secret) => ({
    INVENIO_BASE_URL: origin,
    INVENIO_TOKEN: secret,
  })),
  dotenvLines(variables),
  powershellLines(variables),
  header,
  curl('curl, to check it', whoAmI),
  pythonRequests(whoAmI),
];
