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

/** Between double quotes all is as it is but backslash and quote. */
const IN_R = /^"(?:[^"\\]|\\["\\])*"$/;
/** In Julia and PHP `$`, too. */
const IN_JULIA = /^"(?:[^"\\$]|\\["\\$])*"$/;

const stringIn =
  (form: (string: string, tried: Tried) => string, grammar: RegExp): Trial =>
  async (tried) => {
    const [before = '', after = ''] = form('\0', tried).split('\0');
    const string = tried.text.slice(before.length, tried.text.length - after.length);
    expect(tried.text).toBe(`${before}${string}${after}`);
    expect(string).toMatch(grammar);
    expect(string.slice(1, -1).replace(/\\(.)/gu, '$1')).toBe(tried.secret);
  };

const phpAssigns: Trial = async (tried) => {
  await stringIn((string) => `$OSF_PAT=${string};`, IN_JULIA)(tried);
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
      IN_R,
    ),
    php: phpAssigns,
    osfcli: iniHas(({ secret }) => ({ osf: { token: secret } })),
    python: pythonCalls(['osfclient'], ({ secret }) => [['OSF', [], { token: secret }]]),
    dallinger: iniHas(({ secret }) => ({ OSF: { osf_access_token: secret } })),
    julia: stringIn((string) => `OSF.Client(; token=${string})`, IN_JULIA),
    dotenv: dotenvHas(one('OSF_TOKEN')),
    powershell: powershellHas(one('OSF_TOKEN')),
    header: headerIs,
    curl: curlAsks(whoAmI),
    requests: requestsGet(whoAmI),
  },
};
