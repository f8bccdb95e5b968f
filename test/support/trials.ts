/**
 * How a snippet is tried: it is given to the program it is for, or to that program's documented grammar
 * where it is not on a plain Debian. `src/providers/<id>/trials.ts` says how each of a provider's is tried.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect } from 'vitest';
import type { TokenPlace } from '../../src/providers/provider';
import { inFolder, inPython, inShell, isInstalled, run, type Listener } from './programs';

export type Tried = {
  readonly place: TokenPlace;
  readonly host: string;
  /** What was written, with this secret in it or, for the control, with another one. */
  readonly text: string;
  readonly secret: string;
  /** A server under all the hosts' names, which curl reaches with its options alone. */
  readonly listener: Listener;
};

/** Rejects for a text that the program does not read as it is meant. */
export type Trial = (tried: Tried) => Promise<void>;

/** Names and their values, as the program is to have them. */
export type Expected = (tried: Tried) => Readonly<Record<string, string>>;

/** `<id>/trials.ts`, as `trials`. */
export type Trials = {
  /** Where tokens come from: a snippet is tried on each of these on which it is offered. */
  readonly origins: readonly string[];
  /** Further hosts that snippets ask. */
  readonly apis?: readonly string[];
  /** The account that the tokens are of; absent: not told. */
  readonly account?: string;
  /** Key: the snippet's id. */
  readonly snippets: Readonly<Record<string, Trial>>;
};

/** One variable, which holds the token. */
export const one =
  (name: string): Expected =>
  ({ secret }) => ({ [name]: secret });

/** `name=value` for each, and nothing for a name that is not set. */
const printed = (names: readonly string[]) => names.map((name) => `printf '%s\\0' "$${name}"`).join('\n');

/** Exactly these variables are set where a shell reads the lines. */
export const shellHas =
  (expected: Expected): Trial =>
  async (tried) => {
    const wanted = expected(tried);
    const values = await inShell(`${tried.text}\n${printed(Object.keys(wanted))}`);
    expect(values.split('\0').slice(0, -1)).toEqual(Object.values(wanted));
    expect(tried.text.match(/^export /gm)).toHaveLength(Object.keys(wanted).length);
  };

/** As Node reads it, whose rules are those of dotenv. */
export const dotenvHas =
  (expected: Expected): Trial =>
  async (tried) =>
    expect(parseEnv(tried.text)).toEqual(expected(tried));

/** PowerShell's single-quoted strings: about_Quoting_Rules, 7.5. The program itself, where it is. */
export const powershellHas =
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
export const renvironHas =
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
export const iniHas =
  (expected: (tried: Tried) => Readonly<Record<string, Readonly<Record<string, string>>>>): Trial =>
  async (tried) => {
    const script = `import configparser, json, sys
config = configparser.ConfigParser()
config.read_string(sys.argv[1])
print(json.dumps({name: dict(config[name]) for name in config.sections()}))`;
    expect(JSON.parse(await inPython(script, tried.text))).toEqual(expected(tried));
  };

/** Python runs it; `modules` names what it may import, and every call of that is told with its arguments. */
export const pythonCalls =
  (modules: readonly string[], expected: (tried: Tried) => readonly unknown[]): Trial =>
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

/** Python sends the token to this address with the module requests. */
export const requestsGet = (address: (tried: Tried) => string) =>
  pythonCalls(['requests'], (tried) => [
    ['get', [address(tried)], { headers: { Authorization: `Bearer ${tried.secret}` } }],
  ]);

/** curl itself asks a server that has the host's name. */
export const curlAsks =
  (address: (tried: Tried) => string, more: object = { method: 'GET', body: '' }): Trial =>
  async (tried) => {
    tried.listener.asked();
    await inShell(`curl() { command curl ${tried.listener.curlOptions} "$@"; }\n${tried.text}`);
    expect(tried.listener.asked()).toEqual([
      expect.objectContaining({
        url: address(tried),
        authorization: `Bearer ${tried.secret}`,
        ...more,
      }),
    ]);
  };

/** A header as HTTP has it, and curl sends it. */
export const headerIs: Trial = async ({ text, secret, host, listener }) => {
  listener.asked();
  await run('sh', ['-c', `curl ${listener.curlOptions} -H "$LINE" "$AT"`], {
    LINE: text,
    AT: `https://${host}/`,
  });
  expect(listener.asked()).toEqual([expect.objectContaining({ authorization: `Bearer ${secret}` })]);
};

/** curl signs in with it, and Python's module finds the same. */
export const netrcHas: Trial = ({ text, secret, host, place, listener }) =>
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

/** JSON, or lines to be put into an object of it. */
export const jsonIs =
  (expected: (tried: Tried) => object, around = ['', '']): Trial =>
  async (tried) =>
    expect(JSON.parse(`${around[0]}${tried.text}${around[1]}`)).toEqual(expected(tried));
