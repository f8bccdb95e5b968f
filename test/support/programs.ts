/**
 * The programs that snippets are pasted into: a POSIX shell, curl, git and Python, as a plain Debian has
 * them. One that is missing fails the test and says so.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeCertificate } from '../practice/certificate';

const started = promisify(execFile);

/** Its standard output. Only what `env` says is in the environment, and the path to programs. */
export async function run(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const { stdout } = await started(program, [...args], {
      // Python may be started by a script that looks for its own folder there.
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/', ...env },
    });
    return stdout;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new Error(`These tests need ${program}: install it.`, { cause: error });
    throw error;
  }
}

export async function isInstalled(program: string): Promise<boolean> {
  return run('sh', ['-c', `command -v ${program}`]).then(
    () => true,
    () => false,
  );
}

export const inShell = (script: string, env?: Readonly<Record<string, string>>) =>
  run('sh', ['-c', script], env);
export const inPython = (script: string, ...args: readonly string[]) =>
  run('python3', ['-c', script, ...args]);

/** A folder for the time of one call. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'seenonce-programs-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a request brought. */
export type Asked = {
  readonly method: string;
  readonly url: string;
  readonly authorization: string;
  readonly contentType: string | undefined;
  readonly body: string;
};

export type Listener = {
  /** For `curl`: whatever host is asked, this server answers, over TLS and with a certificate for it. */
  readonly curlOptions: string;
  /** What was asked since the last look. */
  readonly asked: () => readonly Asked[];
  readonly close: () => void;
};

/** A server under the names of these hosts, which only curl with its options reaches. */
export async function listen(hosts: readonly string[]): Promise<Listener> {
  const folder = mkdtempSync(join(tmpdir(), 'seenonce-listen-'));
  const certificate = makeCertificate(hosts);
  writeFileSync(join(folder, 'ca.pem'), certificate.cert);
  let asked: Asked[] = [];
  const server = createServer(certificate, async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer); // no encoding is set
    asked.push({
      method: request.method ?? '',
      url: `https://${request.headers.host}${request.url}`,
      // Node reads headers as Latin-1; curl sends the bytes it was given.
      authorization: Buffer.from(request.headers.authorization ?? '', 'latin1').toString(),
      contentType: request.headers['content-type'],
      body: Buffer.concat(parts).toString(),
    });
    response.end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // A TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    curlOptions: `-sS --cacert '${join(folder, 'ca.pem')}' --connect-to '::127.0.0.1:${port}'`,
    asked: () => {
      const all = asked;
      asked = [];
      return all;
    },
    close: () => {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
