/** What the snippets of several providers are made of; each provider's own are in `<id>/snippets.ts`. */
import type { Snippet, TokenPlace } from './provider';

/** `https://sandbox.zenodo.org` -> `sandbox.zenodo.org`. */
export const hostOf = ({ origin }: TokenPlace): string => new URL(origin).host;

/** One word for a POSIX shell, whatever is in it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** What every format takes as it is, with quotes around it and without. */
const PLAIN = /^[\w.~+/:@=-]+$/;

/** For files in which values stand without quotes: what is not plain would be read as something else there. */
export function unquoted(write: (token: TokenPlace, secret: string) => string): Snippet['write'] {
  return (token, secret) => (PLAIN.test(secret) ? write(token, secret) : null);
}

/** A string of R; one of JSON is one of R too. */
export const inR = (text: string): string => JSON.stringify(text);

/** A string of Julia and of PHP, in which `$` begins the name of a variable. */
export const inJulia = (text: string): string => JSON.stringify(text).replaceAll('$', String.raw`\$`);
export const inPhp = inJulia;

/** A line that sets a variable in a POSIX shell, for what is started from there. */
export function exported(variable: string, value: string): string {
  return `export ${variable}=${quoted(value)}`;
}

/**
 * A line of a `.env` file. A value that could be read in two ways stands in the first kind of quotes
 * that it does not contain (dotenv 17, and Node's own `util.parseEnv`: none of them has an escape).
 */
function dotenv(variable: string, value: string): string | null {
  const quote = /^[\w.~+/:@-]+$/.test(value) ? '' : ["'", '"', '`'].find((mark) => !value.includes(mark));
  return quote === undefined ? null : `${variable}=${quote}${value}${quote}`;
}

/**
 * Between single quotes PowerShell takes everything as it is but the quote, which is doubled, and holds
 * typographic ones for quotes too (about_Quoting_Rules of PowerShell 7.5, 2025).
 */
function powershell(variable: string, value: string): string {
  return `$env:${variable} = '${value.replace(/['‘’‚‛]/g, '$&$&')}'`;
}

/** Names of variables and their values. */
type Variables = (token: TokenPlace, secret: string) => Readonly<Record<string, string>>;

function lines(
  variables: Variables,
  line: (variable: string, value: string) => string | null,
): Snippet['write'] {
  return (token, secret) => {
    const all = Object.entries(variables(token, secret)).map(([variable, value]) => line(variable, value));
    return all.includes(null) ? null : all.join('\n');
  };
}

/** Lines for a POSIX shell. */
export function shellLines(id: string, label: string, variables: Variables, fits?: Snippet['fits']): Snippet {
  return { id, label, ...(fits && { fits }), write: lines(variables, exported) };
}

/** The same for a `.env` file, which many tools read from the project's folder. */
export function dotenvLines(variables: Variables): Snippet {
  return { id: 'dotenv', label: '.env file', write: lines(variables, dotenv) };
}

/** The same for PowerShell. */
export function powershellLines(variables: Variables): Snippet {
  return { id: 'powershell', label: 'PowerShell', write: lines(variables, powershell) };
}

const bearer = (secret: string) => `Authorization: Bearer ${secret}`;

/** RFC 6750, section 2.1: what all four providers take. */
export const header: Snippet = { id: 'header', label: 'Header', write: (_, secret) => bearer(secret) };

/** Where to ask whose token it is. */
type Address = (token: TokenPlace) => string;

export function curl(label: string, address: Address, ...options: readonly string[]): Snippet {
  return {
    id: 'curl',
    label,
    write: (token, secret) =>
      ['curl', '-H', quoted(bearer(secret)), ...options, quoted(address(token))].join(' '),
  };
}

/** A string of JSON is a string of Python too. */
export const inPython = (text: string): string => JSON.stringify(text);

export function pythonRequests(address: Address): Snippet {
  return {
    id: 'requests',
    label: 'Python (requests)',
    write: (token, secret) =>
      `import requests\n\nrequests.get(${inPython(address(token))}, ` +
      `headers={"Authorization": ${inPython(`Bearer ${secret}`)}})\n`,
  };
}

/** A word of a .netrc file; quotes and escapes as curl reads them since 7.84 (2022) and Python since 3.11. */
function netrcWord(text: string): string {
  return /^[^\s"'\\#]+$/.test(text)
    ? text
    : `"${text.replace(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;
}

/** For servers that take a token in the place of a password. */
export const netrc: Snippet = {
  id: 'netrc',
  label: '.netrc line',
  write: (token, secret) =>
    `machine ${new URL(token.origin).hostname} login ${netrcWord(userOf(token))} password ${netrcWord(secret)}\n`,
};

/** A program that wants some user name beside the token gets one to be changed. */
export const userOf = ({ account }: TokenPlace): string => account ?? 'USER';
