/** What to paste where. Names of variables: manuals of gh, git and the MCP server, November 2026. */
import type { Snippet, TokenPlace } from '../provider';
import {
  curl,
  dotenvLines,
  header,
  hostOf,
  netrc,
  powershellLines,
  pythonRequests,
  quoted,
  shellLines,
  unquoted,
  userOf,
} from '../snippets';
import { apiOf, isEnterpriseServer } from './places';

const isGithubDotCom = (token: TokenPlace) => hostOf(token) === 'github.com';
const isServer = ({ origin }: TokenPlace) => isEnterpriseServer(new URL(origin).hostname);

/** The address that tells whose token it is. */
const whoAmI = ({ origin }: TokenPlace) => `${apiOf(origin)}/user`;

const variables = (_: TokenPlace, secret: string) => ({ GITHUB_TOKEN: secret });

/** gh takes ghe.com for GitHub's cloud. */
const ghVariables = (token: TokenPlace, secret: string): Record<string, string> => ({
  ...(isGithubDotCom(token) ? {} : { GH_HOST: hostOf(token) }),
  [isServer(token) ? 'GH_ENTERPRISE_TOKEN' : 'GH_TOKEN']: secret,
});

export const snippets: readonly Snippet[] = [
  shellLines('env', 'Environment line', variables),
  shellLines('gh-env', 'gh: environment', ghVariables),
  {
    id: 'gh-login',
    label: 'gh: sign in',
    // gh asks for repo, read:org and gist, which only classic tokens have.
    fits: ({ kind }) => kind === 'classic',
    write: (token, secret) =>
      `printf '%s\\n' ${quoted(secret)} | gh auth login --hostname ${quoted(hostOf(token))} --with-token`,
  },
  netrc,
  {
    id: 'git-credential',
    label: 'git: input for “git credential approve”',
    // git looks at the user name too; GitHub looks only at the token.
    write: (token, secret) =>
      `protocol=https\nhost=${hostOf(token)}\nusername=${userOf(token)}\npassword=${secret}\n\n`,
  },
  dotenvLines(variables),
  powershellLines(variables),
  {
    id: 'mcp',
    label: 'MCP server: env file',
    // Not for a shell: a file for `docker run --env-file`, which keeps quotes as part of the value.
    write: unquoted((token, secret) =>
      [
        `GITHUB_PERSONAL_ACCESS_TOKEN=${secret}`,
        ...(isGithubDotCom(token) ? [] : [`GITHUB_HOST=${token.origin}`]),
      ].join('\n'),
    ),
  },
  header,
  curl('curl, to check it', whoAmI),
  pythonRequests(whoAmI),
];
