import type { Snippet, TokenPlace } from '../provider';

const host = ({ origin }: TokenPlace) => new URL(origin).host;
/** github.com and ghe.com are one cloud to `gh`; other hosts are Enterprise Servers. */
const isServer = (token: TokenPlace) => host(token) !== 'github.com' && !host(token).endsWith('.ghe.com');
const api = (token: TokenPlace) =>
  isServer(token) ? `${token.origin}/api/v3/user` : `https://api.${host(token)}/user`;

/** Tokens are letters, digits, `_`: no quoting can go wrong. Sources: the provider sheet of November 2026. */
export const snippets: readonly Snippet[] = [
  { id: 'env', label: 'Environment line', write: (_, secret) => `export GITHUB_TOKEN='${secret}'` },
  {
    id: 'gh-env',
    label: 'gh: environment',
    write: (token, secret) =>
      host(token) === 'github.com'
        ? `export GH_TOKEN='${secret}'`
        : `export GH_HOST='${host(token)}'\nexport ${isServer(token) ? 'GH_ENTERPRISE_TOKEN' : 'GH_TOKEN'}='${secret}'`,
  },
  {
    id: 'gh-login',
    label: 'gh: sign in',
    // gh asks for repo, read:org and gist, which only classic tokens have.
    fits: ({ kind }) => kind === 'classic',
    write: (token, secret) => `gh auth login --hostname ${host(token)} --with-token <<'END'\n${secret}\nEND`,
  },
  {
    id: 'netrc',
    label: '.netrc line',
    write: (token, secret) => `machine ${host(token)} login ${token.account ?? 'USER'} password ${secret}`,
  },
  {
    id: 'git-credential',
    label: 'git credential approve',
    write: (token, secret) =>
      `protocol=https\nhost=${host(token)}\nusername=${token.account ?? 'USER'}\npassword=${secret}\n\n`,
  },
  {
    id: 'mcp',
    label: 'MCP server: environment',
    write: (token, secret) =>
      `GITHUB_PERSONAL_ACCESS_TOKEN=${secret}` +
      (host(token) === 'github.com' ? '' : `\nGITHUB_HOST=${token.origin}`),
  },
  { id: 'header', label: 'Header', write: (_, secret) => `Authorization: Bearer ${secret}` },
  {
    id: 'curl',
    label: 'curl, to check it',
    write: (token, secret) => `curl -H 'Authorization: Bearer ${secret}' '${api(token)}'`,
  },
  {
    id: 'python',
    label: 'Python',
    write: (token, secret) => `requests.get("${api(token)}", headers={"Authorization": "Bearer ${secret}"})`,
  },
];
