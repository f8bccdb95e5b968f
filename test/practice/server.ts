/** One local TLS server that is all practice sites, told apart by the host name a browser asks for. */
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from './certificate';
import { github } from './github/site';
import { mint } from './mint';
import { osf } from './osf/site';
import { NOT_FOUND, type Ask, type Issued, type Reply, type Site } from './site';
import { speckle } from './speckle/site';
import { zenodo } from './zenodo/site';

export type PracticeSites = {
  readonly port: number;
  /** base64, for `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
  readonly hosts: readonly string[];
  /** All tokens made so far, the newest last. */
  readonly issued: readonly Issued[];
  /** `METHOD https://host/path` of every request, to see that nothing asks by itself. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
};

async function read(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // no encoding is set, so these are bytes
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

function write(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status ?? (reply.location ? 302 : 200), {
    'content-type': reply.type ?? 'text/html; charset=utf-8',
    // The browser's own cache is outside of our storage; a disk scan must not find a page in it.
    'cache-control': 'no-store',
    ...(reply.location && { location: reply.location }),
  });
  response.end(reply.body ?? '');
}

/** Starts the four sites on a free port of this machine, each with a state of its own. */
export async function startPracticeSites(): Promise<PracticeSites> {
  const sites: readonly Site[] = [github(), osf(), zenodo(), speckle()];
  const hosts = sites.flatMap((site) => site.hosts);
  const issued: Issued[] = [];
  const requests: string[] = [];
  const issue = (host: string, kind: string, name: string) => {
    const secret = mint(kind);
    issued.push({ host, kind, name, secret });
    return secret;
  };
  const { key, cert, spki } = makeCertificate(hosts);
  const server = createServer({ key, cert }, (request, response) => {
    void (async () => {
      const host = request.headers.host?.split(':')[0] ?? '';
      const url = new URL(request.url ?? '/', `https://${host}`);
      requests.push(`${request.method} ${url.href}`);
      const ask: Ask = { method: request.method ?? 'GET', url, body: await read(request) };
      write(response, sites.find((site) => site.hosts.includes(host))?.answer(ask, issue) ?? NOT_FOUND);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // listening on TCP
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { port, spki, hosts, issued, requests, close };
}
