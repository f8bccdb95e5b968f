/** What to paste where. Names and keys: source of the tools named, November 2026. */
import type { Snippet, TokenPlace } from '../provider';
import {
  curl,
  dotenvLines,
  header,
  hostOf,
  inJulia,
  inPhp,
  inPython,
  inR,
  powershellLines,
  pythonRequests,
  shellLines,
  unquoted,
} from '../snippets';

/** Tools without a switch for test servers would send a test token to osf.io. */
const onOsf = (token: TokenPlace) => hostOf(token) === 'osf.io';
/** `test` of test.osf.io: what osfr asks for. */
const testServer = (token: TokenPlace) => (onOsf(token) ? null : hostOf(token).slice(0, -'.osf.io'.length));

/** osfclient, datalad-osf; the most used name elsewhere too. */
const variables = (_: TokenPlace, secret: string) => ({ OSF_TOKEN: secret });
/** The root answers every token, whatever its scopes, and names its account. */
const whoAmI = (token: TokenPlace) => `https://api.${hostOf(token)}/v2/`;

const R: readonly Snippet[] = [
  {
    id: 'renviron',
    label: 'R: .Renviron line',
    write: unquoted((token, secret) => {
      const server = testServer(token);
      return `OSF_PAT=${secret}\n${server ? `OSF_SERVER=${server}\n` : ''}`;
    }),
  },
  {
    id: 'osfr',
    label: 'R: osf_auth call',
    write: (token, secret) => {
      const server = testServer(token);
      return `${server ? `Sys.setenv(OSF_SERVER = ${inR(server)})\n` : ''}osf_auth(${inR(secret)})`;
    },
  },
];

export const snippets: readonly Snippet[] = [
  shellLines('env', 'Environment line', variables),
  ...R,
  { id: 'php', label: 'PHP line (secrets.php)', write: (_, secret) => `$OSF_PAT=${inPhp(secret)};` },
  {
    id: 'osfcli',
    label: '.osfcli.config section',
    fits: onOsf,
    // `osf init` writes the file anew and drops the token.
    write: unquoted(
      (_, secret) =>
        `# In the project's folder. List .osfcli.config in .gitignore.\n[osf]\ntoken = ${secret}\n`,
    ),
  },
  {
    id: 'python',
    label: 'Python (osfclient)',
    fits: onOsf,
    write: (_, secret) => `from osfclient import OSF\n\nosf = OSF(token=${inPython(secret)})\n`,
  },
  {
    id: 'dallinger',
    label: '.dallingerconfig section',
    fits: onOsf,
    write: unquoted((_, secret) => `[OSF]\nosf_access_token = ${secret}\n`),
  },
  {
    id: 'julia',
    label: 'Julia',
    fits: onOsf,
    write: (_, secret) => `OSF.Client(; token=${inJulia(secret)})`,
  },
  dotenvLines(variables),
  powershellLines(variables),
  header,
  curl('curl, to check it', whoAmI),
  pythonRequests(whoAmI),
];
