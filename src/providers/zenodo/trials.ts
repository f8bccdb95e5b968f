/** How each snippet is tried. */
import { expect } from 'vitest';
import { inShell } from '../../../test/support/programs';
import {
  curlAsks,
  dotenvHas,
  headerIs,
  iniHas,
  jsonIs,
  one,
  powershellHas,
  renvironHas,
  requestsGet,
  shellHas,
  type Expected,
  type Trial,
  type Trials,
  type Tried,
} from '../../../test/support/trials';

const SERVER = 'data.example.edu';

const wordsAre =
  (expected: (tried: Tried) => readonly string[]): Trial =>
  async (tried) =>
    expect((await inShell(`printf '%s\\n' ${tried.text}`)).trim().split('\n')).toEqual(expected(tried));

/** zenodopy's own way to read its file (src/zenodopy/zenodopy.py, 2025). */
const zenodopyReads: Trial = async ({ text, secret, host }) => {
  const config = text
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  const key = host === 'sandbox.zenodo.org' ? 'ACCESS_TOKEN-sandbox' : 'ACCESS_TOKEN';
  expect(Object.fromEntries(config)).toEqual({ [key]: secret });
};

const isMain = (host: string) => host === 'zenodo.org';
const whoAmI = ({ place }: Tried) => `${place.origin}/api/user/records?size=1`;
const mainOrSandbox =
  (main: string, sandbox: string): Expected =>
  ({ host, secret }) => ({ [isMain(host) ? main : sandbox]: secret });
const invenio =
  (server: string): Expected =>
  ({ place, secret }) => ({ [server]: place.origin, INVENIO_TOKEN: secret });
const zenodraft: Expected = (tried) =>
  (tried.host === SERVER
    ? invenio('INVENIO_SERVER')
    : mainOrSandbox('ZENODO_ACCESS_TOKEN', 'ZENODO_SANDBOX_ACCESS_TOKEN'))(tried);

export const trials: Trials = {
  origins: ['https://zenodo.org', 'https://sandbox.zenodo.org', `https://${SERVER}`],
  snippets: {
    env: shellHas(zenodraft),
    zenodorc: iniHas(({ host, secret }) => ({ [isMain(host) ? 'ZENODO' : 'SANDBOX']: { token: secret } })),
    'zenodo-ini': iniHas(({ host, secret }) => ({
      [isMain(host) ? 'zenodo' : 'zenodo:sandbox']: {
        api_token: secret,
        ...(isMain(host) ? {} : { sandbox_api_token: secret }),
      },
    })),
    zenodopy: zenodopyReads,
    fairly: jsonIs(({ secret }) => ({ zenodo: { token: secret } })),
    'zenodo-client': shellHas(mainOrSandbox('ZENODO_API_TOKEN', 'ZENODO_SANDBOX_API_TOKEN')),
    showyourwork: shellHas(mainOrSandbox('ZENODO_TOKEN', 'SANDBOX_TOKEN')),
    'zenodo-token': shellHas(one('ZENODO_TOKEN')),
    snakemake: shellHas(one('SNAKEMAKE_STORAGE_ZENODO_ACCESS_TOKEN')),
    renviron: renvironHas(one('ZENODO_PAT')),
    deposits: renvironHas(mainOrSandbox('ZENODO_TOKEN', 'ZENODO_SANDBOX_TOKEN')),
    'zenodo-get': wordsAre(({ host, secret }) => [
      ...(isMain(host) ? [] : ['--sandbox']),
      '--access-token',
      secret,
    ]),
    iga: shellHas(invenio('INVENIO_SERVER')),
    'invenio-rest': shellHas(invenio('INVENIO_BASE_URL')),
    dotenv: dotenvHas(zenodraft),
    powershell: powershellHas(zenodraft),
    header: headerIs,
    curl: curlAsks(whoAmI),
    requests: requestsGet(whoAmI),
  },
};
