/**
 * Each tool's own names, and for the sandbox the sandbox's: a mixed-up pair publishes where one meant to
 * try. From the tools' source, November 2026.
 */
import type { Snippet, TokenPlace } from '../provider';

const hostOf = ({ origin }: TokenPlace) => new URL(origin).host;
const isSandbox = (token: TokenPlace) => hostOf(token) === 'sandbox.zenodo.org';
/** Tools that have no name of their own for the sandbox are offered here only. */
const isMain = (token: TokenPlace) => hostOf(token) === 'zenodo.org';
const isZenodo = (token: TokenPlace) => isMain(token) || isSandbox(token);

/** One word for a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const exported = (variable: string, value: string) => `export ${variable}=${quoted(value)}`;

/** An environment line with one name for Zenodo and one for its sandbox. */
function environment(id: string, tools: string, main: string, sandbox: string): Snippet {
  return {
    id,
    label: tools,
    fits: isZenodo,
    write: (token, secret) => exported(isSandbox(token) ? sandbox : main, secret),
  };
}

const SECTIONS: readonly Snippet[] = [
  {
    id: 'zenodorc',
    label: '~/.zenodorc section (zenopy)',
    fits: isZenodo,
    write: (token, secret) => `[${isSandbox(token) ? 'SANDBOX' : 'ZENODO'}]\ntoken = ${secret}\n`,
  },
  {
    id: 'zenodo-ini',
    label: '~/.config/zenodo.ini section (zenodo-client)',
    fits: isZenodo,
    // ro-crate-zenodo reads the same file and wants its own key for the sandbox.
    write: (token, secret) =>
      isSandbox(token)
        ? `[zenodo:sandbox]\napi_token = ${secret}\nsandbox_api_token = ${secret}\n`
        : `[zenodo]\napi_token = ${secret}\n`,
  },
  {
    id: 'zenodopy',
    label: '~/.zenodo_token line (zenodopy)',
    fits: isZenodo,
    write: (token, secret) => `${isSandbox(token) ? 'ACCESS_TOKEN-sandbox' : 'ACCESS_TOKEN'}: ${secret}\n`,
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
    write: (_, secret) => `ZENODO_PAT=${secret}\n`,
  },
  {
    id: 'deposits',
    label: 'R: .Renviron line (deposits)',
    fits: isZenodo,
    // It takes any variable with "zenodo" in its name, and for the sandbox "sandbox" too.
    write: (token, secret) => `${isSandbox(token) ? 'ZENODO_SANDBOX_TOKEN' : 'ZENODO_TOKEN'}=${secret}\n`,
  },
];

export const snippets: readonly Snippet[] = [
  environment('env', 'Environment line', 'ZENODO_ACCESS_TOKEN', 'ZENODO_SANDBOX_ACCESS_TOKEN'),
  ...SECTIONS,
  environment(
    'zenodo-client',
    'zenodo-client, pystow: environment',
    'ZENODO_API_TOKEN',
    'ZENODO_SANDBOX_API_TOKEN',
  ),
  environment('showyourwork', 'showyourwork: environment', 'ZENODO_TOKEN', 'SANDBOX_TOKEN'),
  {
    id: 'zenodo-token',
    label: 'openscm-zenodo, zenodo-upload, calkit: environment',
    fits: isMain,
    write: (_, secret) => exported('ZENODO_TOKEN', secret),
  },
  {
    id: 'snakemake',
    label: 'Snakemake: environment',
    fits: isMain,
    write: (_, secret) => exported('SNAKEMAKE_STORAGE_ZENODO_ACCESS_TOKEN', secret),
  },
  ...R,
  {
    id: 'zenodo-get',
    label: 'zenodo_get: options',
    fits: isZenodo,
    write: (token, secret) => `${isSandbox(token) ? '--sandbox ' : ''}--access-token ${quoted(secret)}`,
  },
  {
    id: 'iga',
    label: 'IGA (InvenioRDM): environment',
    write: ({ origin }, secret) =>
      `${exported('INVENIO_SERVER', origin)}\n${exported('INVENIO_TOKEN', secret)}`,
  },
  {
    id: 'invenio-rest',
    label: 'invenio-rest-api-client: environment',
    write: ({ origin }, secret) =>
      `${exported('INVENIO_BASE_URL', origin)}\n${exported('INVENIO_TOKEN', secret)}`,
  },
  { id: 'header', label: 'Header', write: (_, secret) => `Authorization: Bearer ${secret}` },
  {
    id: 'curl',
    label: 'curl, to check it',
    // Needs a user: public addresses answer a wrong token with 200 too.
    write: ({ origin }, secret) =>
      `curl -H ${quoted(`Authorization: Bearer ${secret}`)} ${quoted(`${origin}/api/user/records?size=1`)}`,
  },
];
