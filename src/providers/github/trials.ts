/** How each snippet is tried. */
import { expect } from 'vitest';
import { inFolder, inShell } from '../../../test/support/programs';
import {
  curlAsks,
  dotenvHas,
  headerIs,
  netrcHas,
  one,
  powershellHas,
  requestsGet,
  shellHas,
  type Expected,
  type Trial,
  type Trials,
  type Tried,
} from '../../../test/support/trials';

const SERVER = 'git.example.edu';

/** `docker run --env-file`: a name, `=`, and the rest of the line as it is (Docker's manual, 2025). */
const envFileHas =
  (expected: Expected): Trial =>
  async (tried) => {
    const pairs = tried.text.split('\n').map((line) => /^(\w+)=(.*)$/.exec(line)?.slice(1) ?? [line]);
    expect(Object.fromEntries(pairs)).toEqual(expected(tried));
  };

/** git stores it with the helper `store`, in a home of its own, and finds it again. */
const gitFinds: Trial = ({ text, secret, host, place }) =>
  inFolder(async (HOME) => {
    const git = (verb: string) =>
      inShell(`printf '%s' "$INPUT" | git -c credential.helper=store credential ${verb}`, {
        HOME,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_TERMINAL_PROMPT: '0',
        INPUT: verb === 'approve' ? text : `protocol=https\nhost=${host}\n\n`,
      });
    await git('approve');
    const lines = (await git('fill')).trimEnd().split('\n');
    const found = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2)));
    expect(found).toMatchObject({ host, username: place.account ?? 'USER', password: secret });
  });

/** What a shell makes of it: a command that reads its standard input and has these words. */
const ghGets: Trial = async ({ text, secret, host }) =>
  expect(await inShell(`gh() { cat; printf '%s\\n' "$@"; }\n${text}`)).toBe(
    `${secret}\nauth\nlogin\n--hostname\n${host}\n--with-token\n`,
  );

const whoAmI = ({ host, place }: Tried) =>
  host === SERVER ? `${place.origin}/api/v3/user` : `https://api.${host}/user`;
const gh: Expected = ({ host, secret }) => ({
  ...(host === 'github.com' ? {} : { GH_HOST: host }),
  [host === SERVER ? 'GH_ENTERPRISE_TOKEN' : 'GH_TOKEN']: secret,
});
const mcp: Expected = ({ host, place, secret }) => ({
  GITHUB_PERSONAL_ACCESS_TOKEN: secret,
  ...(host === 'github.com' ? {} : { GITHUB_HOST: place.origin }),
});

export const trials: Trials = {
  origins: ['https://github.com', 'https://octo.ghe.com', `https://${SERVER}`],
  apis: ['api.github.com', 'api.octo.ghe.com'],
  account: 'maria',
  snippets: {
    env: shellHas(one('GITHUB_TOKEN')),
    'gh-env': shellHas(gh),
    'gh-login': ghGets,
    netrc: netrcHas,
    'git-credential': gitFinds,
    dotenv: dotenvHas(one('GITHUB_TOKEN')),
    powershell: powershellHas(one('GITHUB_TOKEN')),
    mcp: envFileHas(mcp),
    header: headerIs,
    curl: curlAsks(whoAmI),
    requests: requestsGet(whoAmI),
  },
};
