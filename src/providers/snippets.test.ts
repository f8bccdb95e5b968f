/**
 * Every snippet is given to the program it is for, or to its documented grammar where that program is not
 * on a plain Debian. A snippet without such a trial fails; so does a trial that would let a wrong one pass.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OTHER } from '../tokens/token';
import {
  inFolder,
  inPython,
  inShell,
  isInstalled,
  listen,
  run,
  type Listener,
} from '../../test/support/programs';
import * as anySite from './any-site';
import { providers, snippetsOf } from '.';
import type { TokenPlace } from './provider';

type Case = {
  readonly place: TokenPlace;
  readonly host: string;
  /** What was written, with this secret in it or, for the control, with another one. */
  readonly text: string;
  readonly secret: string;
};
type Trial = (tried: Case) => Promise<void>;
type Expected = (tried: Case) => Readonly<Record<string, string>>;

const HOSTILE = `EXAMPLE a"b $HOME ‘id’ \\n#c`;
const ANOTHER = 'B'.repeat(40);

const PLACES: Readonly<Record<string, readonly string[]>> = {
  github: ['https://github.com', 'https://octo.ghe.com', 'https://git.example.edu'],
  osf: ['https://osf.io', 'https://test.osf.io', 'https://staging2.osf.io'],
  zenodo: ['https://zenodo.org', 'https://sandbox.zenodo.org', 'https://data.example.edu'],
  speckle: ['https://app.speckle.systems', 'https://latest.speckle.systems', 'https://speckle.example.edu'],
  [OTHER]: ['https://tokens.example.org'],
};
const APIS = ['api.github.com', 'api.octo.ghe.com', 'api.osf.io', 'api.test.osf.io', 'api.staging2.osf.io'];

let listener: Listener;
beforeAll(async () => {
  listener = await listen([
    ...APIS,
    ...Object.values(PLACES).flatMap((origins) => origins.map((origin) => new URL(origin).host)),
  ]);
});
afterAll(() => listener.close());

/** `name=value` for each, and nothing for a name that is not set. */
const printed = (names: readonly string[]) => names.map((name) => `printf '%s\\0' "$${name}"`).join('\n');

/** Exactly these variables are set where a shell reads the lines. */
const shellHas =
  (expected: Expected): Trial =>
  async (tried) => {
    const wanted = expected(tried);
    const values = await inShell(`${tried.text}\n${printed(Object.keys(wanted))}`);
    expect(values.split('\0').slice(0, -1)).toEqual(Object.values(wanted));
    expect(tried.text.match(/^export /gm)).toHaveLength(Object.keys(wanted).length);
  };

/** As Node reads it, whose rules are those of dotenv. */
const dotenvHas =
  (expected: Expected): Trial =>
  async (tried) =>
    expect(parseEnv(tried.text)).toEqual(expected(tried));

/** `docker run --env-file`: a name, `=`, and the rest of the line as it is (Docker's manual, 2025). */
const envFileHas =
  (expected: Expected): Trial =>
  async ({ text, ...tried }) => {
    const pairs = text.split('\n').map((line) => /^(\w+)=(.*)$/.exec(line)?.slice(1) ?? [line]);
    expect(Object.fromEntries(pairs)).toEqual(expected({ text, ...tried }));
  };

/** PowerShell's single-quoted strings: about_Quoting_Rules, 7.5. The program itself, where it is. */
const powershellHas =
  (expected: Expected): Trial =>
  async (tried) => {
    const wanted = expected(tried);
    const read = tried.text.split('\n').map((line) => {
      const [, name = line, value = ''] = /^\$env:(\w+) = '((?:[^'‘’‚‛]|(['‘’‚‛])\3)*)'$/.exec(line) ?? [];
      return [name, value.replace(/(['‘’‚‛])\1/g, '$1')];
    });
    expect(Object.fromEntries(read)).toEqual(wanted);
    if (!(await isInstalled('pwsh'))) return;
    const names = Object.keys(wanted).map((name) => `[Console]::Out.Write($env:${name})`);
    const shown = await run('pwsh', ['-NoProfile', '-c', [tried.text, ...names].join('\n')]);
    expect(shown).toBe(Object.values(wanted).join(''));
  };

/**
 * R's documented rules (`?readRenviron` of R 4.5): `name=value`, white space around the value goes, then
 * quotes go, and backslashes outside of them; `${` would begin an expression. R itself, where it is.
 */
const renvironHas =
  (expected: Expected): Trial =>
  async (tried) => {
    const wanted = expected(tried);
    const read = tried.text
      .trim()
      .split('\n')
      .map((line) => /^([A-Za-z_]\w*)=\s*([^'"\\$#\s]+)\s*$/.exec(line)?.slice(1) ?? [line]);
    expect(Object.fromEntries(read)).toEqual(wanted);
    if (!(await isInstalled('Rscript'))) return;
    await inFolder(async (folder) => {
      writeFileSync(join(folder, '.Renviron'), tried.text);
      const script = `readRenviron("${join(folder, '.Renviron')}"); cat(Sys.getenv(c("${Object.keys(wanted).join('","')}")), sep = "\\n")`;
      expect((await run('Rscript', ['-e', script])).trim()).toBe(Object.values(wanted).join('\n'));
    });
  };

/** Python's own parser of INI files, which all these tools use: section -> key -> value. */
const iniHas =
  (expected: (tried: Case) => Readonly<Record<string, Readonly<Record<string, string>>>>): Trial =>
  async (tried) => {
    const script = `import configparser, json, sys
config = configparser.ConfigParser()
config.read_string(sys.argv[1])
print(json.dumps({name: dict(config[name]) for name in config.sections()}))`;
    expect(JSON.parse(await inPython(script, tried.text))).toEqual(expected(tried));
  };

/** Python runs it; \`calls\` names what it may import, and every call of that is told with its arguments. */
const pythonCalls =
  (modules: readonly string[], expected: (tried: Case) => readonly unknown[]): Trial =>
  async (tried) => {
    const script = `import json, sys
from unittest.mock import MagicMock
root = MagicMock()
for name in sys.argv[2:]:
    parts = name.split('.')
    made = root
    for n in range(len(parts)):
        if n > 0: made = getattr(made, parts[n])
        sys.modules['.'.join(parts[:n + 1])] = made
exec(compile(sys.argv[1], 'snippet', 'exec'), {})
print(json.dumps([[name, list(args), kwargs] for name, args, kwargs in root.mock_calls]))`;
    expect(JSON.parse(await inPython(script, tried.text, ...modules))).toEqual(expected(tried));
  };

const requestsGet = (address: (tried: Case) => string) =>
  pythonCalls(['requests'], (tried) => [
    ['get', [address(tried)], { headers: { Authorization: `Bearer ${tried.secret}` } }],
  ]);

/** curl itself asks a server that has the host's name. */
const curlAsks =
  (address: (tried: Case) => string, more: object = { method: 'GET', body: '' }): Trial =>
  async (tried) => {
    listener.asked();
    await inShell(`curl() { command curl ${listener.curlOptions} "$@"; }\n${tried.text}`);
    expect(listener.asked()).toEqual([
      expect.objectContaining({
        url: address(tried),
        authorization: `Bearer ${tried.secret}`,
        ...more,
      }),
    ]);
  };

/** A header as HTTP has it, and curl sends it. */
const headerIs: Trial = async ({ text, secret, host }) => {
  listener.asked();
  await run('sh', ['-c', `curl ${listener.curlOptions} -H "$LINE" "$AT"`], {
    LINE: text,
    AT: `https://${host}/`,
  });
  expect(listener.asked()).toEqual([expect.objectContaining({ authorization: `Bearer ${secret}` })]);
};

/** curl signs in with it, and Python's module finds the same. */
const netrcHas: Trial = ({ text, secret, host, place }) =>
  inFolder(async (folder) => {
    const file = join(folder, '.netrc');
    writeFileSync(file, text, { mode: 0o600 });
    const user = place.account ?? 'USER';
    listener.asked();
    await inShell(`curl ${listener.curlOptions} --netrc-file '${file}' 'https://${host}/'`);
    const basic = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
    expect(listener.asked()).toEqual([expect.objectContaining({ authorization: basic })]);
    const script =
      'import json, netrc, sys; print(json.dumps(netrc.netrc(sys.argv[1]).authenticators(sys.argv[2])))';
    expect(JSON.parse(await inPython(script, file, host))).toEqual([user, expect.anything(), secret]);
  });

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
    const found = parseEnv(await git('fill'));
    expect(found).toMatchObject({ host, username: place.account ?? 'USER', password: secret });
  });

/** What a shell makes of it: a command that reads its standard input and has these words. */
const ghGets: Trial = async ({ text, secret, host }) =>
  expect(await inShell(`gh() { cat; printf '%s\\n' "$@"; }\n${text}`)).toBe(
    `${secret}\nauth\nlogin\n--hostname\n${host}\n--with-token\n`,
  );

const wordsAre =
  (expected: (tried: Case) => readonly string[]): Trial =>
  async (tried) =>
    expect((await inShell(`printf '%s\\n' ${tried.text}`)).trim().split('\n')).toEqual(expected(tried));

/** JSON, or lines to be put into an object of it. */
const jsonIs =
  (expected: (tried: Case) => object, around = ['', '']): Trial =>
  async (tried) =>
    expect(JSON.parse(`${around[0]}${tried.text}${around[1]}`)).toEqual(expected(tried));

/** zenodopy's own way to read its file (src/zenodopy/zenodopy.py, 2025). */
const zenodopyReads: Trial = async ({ text, secret, host }) => {
  const config = text
    .split('\n')
    .filter((line) => line.includes(':'))
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]);
  const key = host === 'sandbox.zenodo.org' ? 'ACCESS_TOKEN-sandbox' : 'ACCESS_TOKEN';
  expect(Object.fromEntries(config)).toEqual({ [key]: secret });
};

/** R and Julia: between double quotes all is as it is but backslash, quote and, in Julia and PHP, `$`. */
const stringIn =
  (form: (string: string, tried: Case) => string): Trial =>
  async (tried) => {
    expect(tried.secret).toMatch(/^[^"\\$]+$/);
    expect(tried.text).toBe(form(`"${tried.secret}"`, tried));
  };

const phpAssigns: Trial = async (tried) => {
  await stringIn((string) => `$OSF_PAT=${string};`)(tried);
  if (await isInstalled('php'))
    expect(await run('php', ['-r', `${tried.text} echo $OSF_PAT;`])).toBe(tried.secret);
};

/** JavaScript itself, with the one function it calls in the place of the browser's. */
const fetchAsks: Trial = async ({ text, secret, place }) => {
  const script = `globalThis.fetch = (url, { body, ...more }) => console.log(JSON.stringify({ url, body: JSON.parse(body), ...more }));\n${text}`;
  expect(JSON.parse(await run(process.execPath, ['-e', script]))).toEqual({
    url: `${place.origin}/graphql`,
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: { query: expect.stringContaining('activeUser') },
  });
};

const isMain = (host: string) => host === 'zenodo.org';
const githubApi = ({ host, place }: Case) =>
  host === 'git.example.edu' ? `${place.origin}/api/v3/user` : `https://api.${host}/user`;
const osfApi = ({ host }: Case) => `https://api.${host}/v2/`;
const zenodoApi = ({ place }: Case) => `${place.origin}/api/user/records?size=1`;
const front = ({ place }: Case) => `${place.origin}/`;

const one =
  (name: string): Expected =>
  ({ secret }) => ({ [name]: secret });
const mainOrSandbox =
  (main: string, sandbox: string): Expected =>
  ({ host, secret }) => ({ [isMain(host) ? main : sandbox]: secret });
const gh: Expected = ({ host, secret }) => ({
  ...(host === 'github.com' ? {} : { GH_HOST: host }),
  [host === 'git.example.edu' ? 'GH_ENTERPRISE_TOKEN' : 'GH_TOKEN']: secret,
});
const mcp: Expected = ({ host, place, secret }) => ({
  GITHUB_PERSONAL_ACCESS_TOKEN: secret,
  ...(host === 'github.com' ? {} : { GITHUB_HOST: place.origin }),
});
const osfr: Expected = ({ host, secret }) => ({
  OSF_PAT: secret,
  ...(host === 'osf.io' ? {} : { OSF_SERVER: host.replace('.osf.io', '') }),
});
const speckle =
  (server: string): Expected =>
  ({ place, secret }) => ({ [server]: place.origin, SPECKLE_TOKEN: secret });
const invenio =
  (server: string): Expected =>
  ({ place, secret }) => ({ [server]: place.origin, INVENIO_TOKEN: secret });
const zenodraft: Expected = (tried) =>
  (tried.host === 'data.example.edu'
    ? invenio('INVENIO_SERVER')
    : mainOrSandbox('ZENODO_ACCESS_TOKEN', 'ZENODO_SANDBOX_ACCESS_TOKEN'))(tried);

const TRIALS: Readonly<Record<string, Trial>> = {
  'github/env': shellHas(one('GITHUB_TOKEN')),
  'github/gh-env': shellHas(gh),
  'github/gh-login': ghGets,
  'github/netrc': netrcHas,
  'github/git-credential': gitFinds,
  'github/dotenv': dotenvHas(one('GITHUB_TOKEN')),
  'github/powershell': powershellHas(one('GITHUB_TOKEN')),
  'github/mcp': envFileHas(mcp),
  'github/header': headerIs,
  'github/curl': curlAsks(githubApi),
  'github/requests': requestsGet(githubApi),

  'osf/env': shellHas(one('OSF_TOKEN')),
  'osf/renviron': renvironHas(osfr),
  'osf/osfr': stringIn(
    (string, { host }) =>
      `${host === 'osf.io' ? '' : `Sys.setenv(OSF_SERVER = "${host.replace('.osf.io', '')}")\n`}osf_auth(${string})`,
  ),
  'osf/php': phpAssigns,
  'osf/osfcli': iniHas(({ secret }) => ({ osf: { token: secret } })),
  'osf/python': pythonCalls(['osfclient'], ({ secret }) => [['OSF', [], { token: secret }]]),
  'osf/dallinger': iniHas(({ secret }) => ({ OSF: { osf_access_token: secret } })),
  'osf/julia': stringIn((string) => `OSF.Client(; token=${string})`),
  'osf/dotenv': dotenvHas(one('OSF_TOKEN')),
  'osf/powershell': powershellHas(one('OSF_TOKEN')),
  'osf/header': headerIs,
  'osf/curl': curlAsks(osfApi),
  'osf/requests': requestsGet(osfApi),

  'zenodo/env': shellHas(zenodraft),
  'zenodo/zenodorc': iniHas(({ host, secret }) => ({
    [isMain(host) ? 'ZENODO' : 'SANDBOX']: { token: secret },
  })),
  'zenodo/zenodo-ini': iniHas(({ host, secret }) => ({
    [isMain(host) ? 'zenodo' : 'zenodo:sandbox']: {
      api_token: secret,
      ...(isMain(host) ? {} : { sandbox_api_token: secret }),
    },
  })),
  'zenodo/zenodopy': zenodopyReads,
  'zenodo/fairly': jsonIs(({ secret }) => ({ zenodo: { token: secret } })),
  'zenodo/zenodo-client': shellHas(mainOrSandbox('ZENODO_API_TOKEN', 'ZENODO_SANDBOX_API_TOKEN')),
  'zenodo/showyourwork': shellHas(mainOrSandbox('ZENODO_TOKEN', 'SANDBOX_TOKEN')),
  'zenodo/zenodo-token': shellHas(one('ZENODO_TOKEN')),
  'zenodo/snakemake': shellHas(one('SNAKEMAKE_STORAGE_ZENODO_ACCESS_TOKEN')),
  'zenodo/renviron': renvironHas(one('ZENODO_PAT')),
  'zenodo/deposits': renvironHas(mainOrSandbox('ZENODO_TOKEN', 'ZENODO_SANDBOX_TOKEN')),
  'zenodo/zenodo-get': wordsAre(({ host, secret }) => [
    ...(isMain(host) ? [] : ['--sandbox']),
    '--access-token',
    secret,
  ]),
  'zenodo/iga': shellHas(invenio('INVENIO_SERVER')),
  'zenodo/invenio-rest': shellHas(invenio('INVENIO_BASE_URL')),
  'zenodo/dotenv': dotenvHas(zenodraft),
  'zenodo/powershell': powershellHas(zenodraft),
  'zenodo/header': headerIs,
  'zenodo/curl': curlAsks(zenodoApi),
  'zenodo/requests': requestsGet(zenodoApi),

  'speckle/env': shellHas(speckle('SPECKLE_SERVER_URL')),
  'speckle/env-sdk': shellHas(speckle('SPECKLE_SERVER')),
  'speckle/python': pythonCalls(['specklepy.api.client'], ({ place, secret }) => [
    ['api.client.SpeckleClient', [], { host: place.origin }],
    ['api.client.SpeckleClient().authenticate_with_token', [secret], {}],
  ]),
  'speckle/dotenv': dotenvHas(speckle('SPECKLE_SERVER_URL')),
  'speckle/powershell': powershellHas(speckle('SPECKLE_SERVER_URL')),
  'speckle/header': headerIs,
  'speckle/curl': curlAsks(({ place }) => `${place.origin}/graphql`, {
    method: 'POST',
    contentType: 'application/json',
    body: expect.stringMatching(/^\{"query":"query \{ activeUser/),
  }),
  'speckle/fetch': fetchAsks,
  'speckle/dotnet': jsonIs(
    ({ place, secret }) => ({ SpeckleToken: secret, SpeckleServerUrl: place.origin }),
    ['{', '}'],
  ),

  'other/env': shellHas(one('TOKEN')),
  'other/dotenv': dotenvHas(one('TOKEN')),
  'other/powershell': powershellHas(one('TOKEN')),
  'other/netrc': netrcHas,
  'other/header': headerIs,
  'other/curl': curlAsks(front),
  'other/requests': requestsGet(front),
};

type Tried = Omit<Case, 'text'> & { readonly id: string; readonly key: string };

function casesOf(provider: string, kinds: Readonly<Record<string, string>>): Tried[] {
  const origins = PLACES[provider] ?? [];
  return origins.flatMap((origin) =>
    Object.entries(kinds).flatMap(([kind, secret]) => {
      const account = provider === 'github' ? 'maria' : null;
      const place = { provider, kind, origin, account, manageId: null };
      return snippetsOf(place).map(({ id }) => {
        return { id, key: `${provider}/${id}`, place, host: new URL(origin).host, secret };
      });
    }),
  );
}

const CASES = [
  ...providers.flatMap(({ id, kinds }) =>
    casesOf(id, Object.fromEntries(Object.entries(kinds).map(([kind, { example }]) => [kind, example]))),
  ),
  // Whatever somebody selects and saves by hand may be a token.
  ...casesOf(OTHER, { token: HOSTILE }),
];

function written({ id, place, key }: Tried, secret: string): string {
  const snippet = snippetsOf({ ...place, provider: key.split('/')[0] ?? '' }).find(
    (offered) => offered.id === id,
  );
  if (!snippet) throw new Error(`There is no snippet ${key}.`);
  return snippet.write(place, secret);
}

describe('every snippet', () => {
  test('has a trial, and every trial a snippet that is offered somewhere', () => {
    const all = [...providers, { id: OTHER, ...anySite }].flatMap(({ id, snippets }) =>
      snippets.map((snippet) => `${id}/${snippet.id}`),
    );
    expect(new Set(all).size, 'ids are unique').toBe(all.length);
    expect(all.toSorted()).toEqual(Object.keys(TRIALS).toSorted());
    expect([...new Set(CASES.map(({ key }) => key))].toSorted()).toEqual(all.toSorted());
  });

  test('has a label of its own', () => {
    for (const { snippets } of [...providers, anySite]) {
      expect(new Set(snippets.map(({ label }) => label)).size).toBe(snippets.length);
    }
  });

  test.each(
    CASES.map((tried) => ({ ...tried, name: `${tried.key} of ${tried.place.kind} on ${tried.host}` })),
  )('$name is read as it is meant, and another token is not taken for it', async (tried) => {
    const trial = TRIALS[tried.key];
    if (!trial) throw new Error('There is no trial.');
    await trial({ ...tried, text: written(tried, tried.secret) });
    await expect(trial({ ...tried, text: written(tried, ANOTHER) }), 'the control').rejects.toThrow();
  });
});

const TOKEN_PLACE = { kind: 'token', origin: 'https://tokens.example.org', account: null, manageId: null };
const ofAnySite = (id: string, secret: string) =>
  anySite.snippets.find((offered) => offered.id === id)?.write(TOKEN_PLACE, secret) ?? '';

describe('a value with quotes in it', () => {
  const trials = {
    env: shellHas(one('TOKEN')),
    powershell: powershellHas(one('TOKEN')),
    dotenv: dotenvHas(one('TOKEN')),
  };
  test.each(
    Object.entries(trials).flatMap(([id, trial]) =>
      [`a'b`, `a"b`, 'a b', `'`, 'a#b', `a'b"c`, '$a', '\\'].map((value) => ({ id, trial, value })),
    ),
  )('$id takes $value as it is', async ({ id, trial, value }) => {
    await trial({ place: TOKEN_PLACE, host: '', secret: value, text: ofAnySite(id, value) });
  });
});
