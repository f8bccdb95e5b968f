/** How each snippet is tried. */
import { expect } from 'vitest';
import { isInstalled, run } from '../../../test/support/programs';
import {
  curlAsks,
  dotenvHas,
  headerIs,
  iniHas,
  one,
  powershellHas,
  pythonCalls,
  renvironHas,
  requestsGet,
  shellHas,
  type Expected,
  type Trial,
  type Trials,
  type Tried,
} from '../../../test/support/trials';

/** R and Julia: between double quotes all is as it is but backslash, quote and, in Julia and PHP, `$`. */
const stringIn =
  (form: (string: string, tried: Tried) => string): Trial =>
  async (tried) => {
    expect(tried.secret).toMatch(/^[^"\\$]+$/);
    expect(tried.text).toBe(form(`"${tried.secret}"`, tried));
  };

const phpAssigns: Trial = async (tried) => {
  await stringIn((string) => `$OSF_PAT=${string};`)(tried);
  if (await isInstalled('php'))
    expect(await run('php', ['-r', `${tried.text} echo $OSF_PAT;`])).toBe(tried.secret);
};

const whoAmI = ({ host }: Tried) => `https://api.${host}/v2/`;
const osfr: Expected = ({ host, secret }) => ({
  OSF_PAT: secret,
  ...(host === 'osf.io' ? {} : { OSF_SERVER: host.replace('.osf.io', '') }),
});

export const trials: Trials = {
  origins: ['https://osf.io', 'https://test.osf.io', 'https://staging2.osf.io'],
  apis: ['api.osf.io', 'api.test.osf.io', 'api.staging2.osf.io'],
  snippets: {
    env: shellHas(one('OSF_TOKEN')),
    renviron: renvironHas(osfr),
    osfr: stringIn(
      (string, { host }) =>
        `${host === 'osf.io' ? '' : `Sys.setenv(OSF_SERVER = "${host.replace('.osf.io', '')}")\n`}osf_auth(${string})`,
    ),
    php: phpAssigns,
    osfcli: iniHas(({ secret }) => ({ osf: { token: secret } })),
    python: pythonCalls(['osfclient'], ({ secret }) => [['OSF', [], { token: secret }]]),
    dallinger: iniHas(({ secret }) => ({ OSF: { osf_access_token: secret } })),
    julia: stringIn((string) => `OSF.Client(; token=${string})`),
    dotenv: dotenvHas(one('OSF_TOKEN')),
    powershell: powershellHas(one('OSF_TOKEN')),
    header: headerIs,
    curl: curlAsks(whoAmI),
    requests: requestsGet(whoAmI),
  },
};
