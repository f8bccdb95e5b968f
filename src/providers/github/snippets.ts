/** What to paste where. Names of variables: manuals of gh, git and the MCP server, November 2026. */
import type { Snippet, TokenPlace } from '../provider';
import { apiOf, isEnterpriseServer } from './places';

const hostOf = ({ origin }: TokenPlace) => new URL(origin).host;
const isGithubDotCom = (token: TokenPlace) => hostOf(token) === 'github.com';
const isServer = ({ origin }: TokenPlace) => isEnterpriseServer(new URL(origin).hostname);
/** git wants some user name; GitHub looks only at the token. */
const userOf = ({ account }: TokenPlace) => account ?? 'USER';

/** The address that tells whose token it is. */
const whoAmI = ({ origin }: TokenPlace) => `${apiOf(origin)}/user`;

/** One word for a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

const exported = (name: string, value: string) => `export ${name}=${quoted(value)}`;

export const snippets: readonly Snippet[] = [
  {
    id: 'env',
    label: 'Environment line',
    write: (_, secret) => exported('GITHUB_TOKEN', secret),
  },
  {
    id: 'gh-env',
    label: 'gh: environment',
    write: (token, secret) =>
      [
        ...(isGithubDotCom(token) ? [] : [exported('GH_HOST', hostOf(token))]),
        // gh takes ghe.com for GitHub's cloud.
        exported(isServer(token) ? 'GH_ENTERPRISE_TOKEN' : 'GH_TOKEN', secret),
      ].join('\n'),
  },
  {
    id: 'gh-login',
    label: 'gh: sign in',
    // gh asks for repo, read:org and gist, which only classic tokens have.
    fits: ({ kind }) => kind === 'classic',
    write: (token, secret) =>
      `printf '%s\\n' ${quoted(secret)} | gh auth login --hostname ${quoted(hostOf(token))} --with-token`,
  },
  {
    id: 'netrc',
    label: '.netrc line',
    write: (token, secret) => `machine ${hostOf(token)} login ${userOf(token)} password ${secret}`,
  },
  {
    id: 'git-credential',
    label: 'git: input for “git credential approve”',
    write: (token, secret) =>
      `protocol=https\nhost=${hostOf(token)}\nusername=${userOf(token)}\npassword=${secret}\n\n`,
  },
  {
    id: 'mcp',
    label: 'MCP server: environment',
    // Not for a shell: an env file, which keeps quotes as part of the value.
    write: (token, secret) =>
      [
        `GITHUB_PERSONAL_ACCESS_TOKEN=${secret}`,
        ...(isGithubDotCom(token) ? [] : [`GITHUB_HOST=${token.origin}`]),
      ].join('\n'),
  },
  {
    id: 'curl',
    label: 'curl',
    write: (token, secret) => `curl -H ${quoted(`Authorization: Bearer ${secret}`)} ${quoted(whoAmI(token))}`,
  },
  { id: 'header', label: 'Header', write: (_, secret) => `Authorization: Bearer ${secret}` },
  {
    id: 'python',
    label: 'Python: requests',
    write: (token, secret) =>
      `requests.get(${JSON.stringify(whoAmI(token))}, headers={"Authorization": ${JSON.stringify(`Bearer ${secret}`)}})`,
  },
];
