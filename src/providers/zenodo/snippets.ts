import type { Snippet, TokenPlace } from '../provider';

const host = ({ origin }: TokenPlace) => new URL(origin).host;
const isZenodo = (token: TokenPlace) => ['zenodo.org', 'sandbox.zenodo.org'].includes(host(token));
const isSandbox = (token: TokenPlace) => host(token) === 'sandbox.zenodo.org';
const isOther = (token: TokenPlace) => !isZenodo(token);

/**
 * Each tool's own names, and for the sandbox the sandbox's: a mixed-up pair publishes where one meant to
 * try. Sources: the tools' code, provider sheet of November 2026.
 */
export const snippets: readonly Snippet[] = [
  {
    id: 'env',
    label: 'Environment line',
    fits: isZenodo,
    write: (token, secret) =>
      `export ${isSandbox(token) ? 'ZENODO_SANDBOX_ACCESS_TOKEN' : 'ZENODO_ACCESS_TOKEN'}='${secret}'`,
  },
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
    write: (token, secret) =>
      // ro-crate-zenodo reads the sandbox's token under its older key.
      isSandbox(token)
        ? `[zenodo:sandbox]\napi_token = ${secret}\nsandbox_api_token = ${secret}\n`
        : `[zenodo]\napi_token = ${secret}\n`,
  },
  {
    id: 'zenodo-client',
    label: 'zenodo-client: environment',
    fits: isZenodo,
    write: (token, secret) =>
      `export ${isSandbox(token) ? 'ZENODO_SANDBOX_API_TOKEN' : 'ZENODO_API_TOKEN'}='${secret}'`,
  },
  {
    id: 'zenodo-token',
    label: 'showyourwork, zenodo-upload: environment',
    fits: isZenodo,
    write: (token, secret) => `export ${isSandbox(token) ? 'SANDBOX_TOKEN' : 'ZENODO_TOKEN'}='${secret}'`,
  },
  {
    id: 'zenodopy',
    label: '~/.zenodo_token line (zenodopy)',
    fits: isZenodo,
    write: (token, secret) => `${isSandbox(token) ? 'ACCESS_TOKEN-sandbox' : 'ACCESS_TOKEN'}: ${secret}`,
  },
  {
    id: 'renviron',
    label: 'R: .Renviron line (zen4R)',
    fits: (token) => isZenodo(token) && !isSandbox(token),
    write: (_, secret) => `ZENODO_PAT=${secret}`,
  },
  {
    id: 'invenio',
    label: 'InvenioRDM: environment',
    fits: isOther,
    write: ({ origin }, secret) => `export INVENIO_SERVER='${origin}'\nexport INVENIO_TOKEN='${secret}'`,
  },
  { id: 'header', label: 'Header', write: (_, secret) => `Authorization: Bearer ${secret}` },
  {
    id: 'curl',
    label: 'curl, to check it',
    write: ({ origin }, secret) =>
      `curl -H 'Authorization: Bearer ${secret}' '${origin}/api/user/records?size=1'`,
  },
];
