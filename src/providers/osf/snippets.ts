/** What to paste where. Names and keys: source of the tools named, November 2026. */
import type { Snippet, TokenPlace } from '../provider';

const hostOf = ({ origin }: TokenPlace) => new URL(origin).host;
/** Tools without a switch for test servers would send a test token to osf.io. */
const onOsf = (token: TokenPlace) => hostOf(token) === 'osf.io';
/** `test` of test.osf.io: what osfr asks for. */
const testServer = (token: TokenPlace) => (onOsf(token) ? null : hostOf(token).slice(0, -'.osf.io'.length));

/** One word for a POSIX shell, whatever is in it. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

export const snippets: readonly Snippet[] = [
  {
    id: 'env',
    // osfclient, datalad-osf; the most used name elsewhere too.
    label: 'Environment line',
    write: (_, secret) => `export OSF_TOKEN=${quoted(secret)}`,
  },
  {
    id: 'renviron',
    label: 'R: .Renviron line',
    write: (token, secret) => {
      const server = testServer(token);
      return `OSF_PAT=${secret}\n${server ? `OSF_SERVER=${server}\n` : ''}`;
    },
  },
  {
    id: 'osfr',
    label: 'R: osf_auth call',
    write: (token, secret) => {
      const server = testServer(token);
      return `${server ? `Sys.setenv(OSF_SERVER = "${server}")\n` : ''}osf_auth("${secret}")`;
    },
  },
  { id: 'php', label: 'PHP line (secrets.php)', write: (_, secret) => `$OSF_PAT="${secret}";` },
  {
    id: 'osfcli',
    label: '.osfcli.config section',
    fits: onOsf,
    // `osf init` writes the file anew and drops the token.
    write: (_, secret) =>
      `# In the project's folder. List .osfcli.config in .gitignore.\n[osf]\ntoken = ${secret}\n`,
  },
  {
    id: 'dallinger',
    label: '.dallingerconfig line',
    fits: onOsf,
    write: (_, secret) => `osf_access_token = ${secret}`,
  },
  { id: 'julia', label: 'Julia', fits: onOsf, write: (_, secret) => `OSF.Client(; token="${secret}")` },
  { id: 'header', label: 'Header', write: (_, secret) => `Authorization: Bearer ${secret}` },
  {
    id: 'curl',
    label: 'curl, to check it',
    // The root answers every token, whatever its scopes, and names its account.
    write: (token, secret) =>
      `curl -H ${quoted(`Authorization: Bearer ${secret}`)} ${quoted(`https://api.${hostOf(token)}/v2/`)}`,
  },
];
