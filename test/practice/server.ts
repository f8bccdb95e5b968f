/** One local TLS server that is all practice sites, told apart by the host name a browser asks for. */
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { API_HOSTS, apiAnswer, SESSION } from './api/api';
import { makeCertificate } from './certificate';
import { github } from './github/site';
import { mint } from './mint';
import { osf } from './osf/site';
import { ownServers } from './own-servers';
import { NOT_FOUND, type Ask, type Issue, type Issued, type Reply, type Site } from './site';
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
  /**
   * The next request for this page is answered as one of a minute ago was that showed this secret: as a
   * browser's own cache does it on Back (seen with Zenodo's pages, 2026; the servers here send `no-store`).
   */
  readonly showAgain: (secret: string) => void;
  /** The token of this name works no more. */
  readonly revoke: (name: string) => void;
  /** Nobody answers at this host any more, or again. */
  readonly fallSilent: (host: string, silent: boolean) => void;
  /** Whatever is asked of this host is answered by leading to another one. */
  readonly leadElsewhere: (host: string, location: string) => void;
  readonly close: () => Promise<void>;
};

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // no encoding is set, so these are bytes
  return Buffer.concat(chunks).toString('utf8');
}

/** Never rejects: a fault of a practice site is a page that says so, and not the end of the server. */
function answered(site: Site | undefined, ask: Ask, issue: Issue): Reply {
  try {
    return site?.answer(ask, issue) ?? NOT_FOUND;
  } catch (error) {
    return { status: 500, type: 'text/plain', body: `The practice site failed: ${String(error)}` };
  }
}

/** Whoever opens a page is signed in: most APIs take the cookie where they find no token that counts. OSF's holds for its API's host too. */
function signedIn(host: string, reply: Reply): Reply {
  const domain = host.endsWith('osf.io') ? '; Domain=osf.io' : '';
  const cookie = `${SESSION}; Secure; Path=/; SameSite=Lax${domain}`;
  return { ...reply, headers: { ...reply.headers, 'set-cookie': cookie } };
}

function write(response: ServerResponse, reply: Reply, cached: boolean): void {
  response.writeHead(reply.status ?? (reply.location ? 302 : 200), {
    'content-type': reply.type ?? 'text/html; charset=utf-8',
    // The browser's own cache is outside of our storage; a disk scan must not find a page in it.
    'cache-control': cached ? 'no-cache' : 'no-store',
    ...(reply.location && { location: reply.location }),
    ...reply.headers,
  });
  response.end(reply.body ?? '');
}

/**
 * Starts the four sites, and servers of somebody's own, on a free port of this machine, each with a state of
 * its own. `cached`: browsers may keep the pages, as Zenodo's real ones allow, and show them again on Back.
 */
export async function startPracticeSites({ cached = false } = {}): Promise<PracticeSites> {
  const sites: readonly Site[] = [github(), osf(), zenodo(), await speckle(), ...(await ownServers())];
  const hosts = [...sites.flatMap((site) => site.hosts), ...API_HOSTS];
  const issued: Issued[] = [];
  const requests: string[] = [];
  const shown: { readonly href: string; readonly reply: Reply }[] = [];
  const again = new Map<string, Reply>();
  const revoked = new Set<string>();
  const silent = new Set<string>();
  const elsewhere = new Map<string, Reply>();
  const issue: Issue = (host, kind, name, { scopes = [], expires = null } = {}) => {
    const secret = mint(kind);
    issued.push({ host, kind, name, secret, scopes, expires });
    return secret;
  };
  const { key, cert, spki } = makeCertificate(hosts);
  const server = createServer({ key, cert }, (request, response) => {
    void (async () => {
      const host = request.headers.host?.split(':')[0] ?? '';
      const url = new URL(request.url ?? '/', `https://${host}`);
      requests.push(`${request.method} ${url.href}`);
      if (silent.has(host)) {
        request.socket.destroy();
        return;
      }
      const text = await read(request);
      const body = new URLSearchParams(text);
      // None of those that are looked at comes twice.
      const headers = request.headers as Ask['headers'];
      const ask: Ask = { method: request.method ?? 'GET', url, body, text, headers };
      const known = (site: string, secret: string) =>
        issued.find((each) => each.host === site && each.secret === secret && !revoked.has(each.name)) ??
        null;
      const site = sites.find((each) => each.hosts.includes(host));
      const reply =
        again.get(url.href) ??
        elsewhere.get(host) ??
        apiAnswer(ask, known) ??
        signedIn(host, answered(site, ask, issue));
      again.delete(url.href);
      shown.push({ href: url.href, reply });
      write(response, reply, cached);
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
  const showAgain = (secret: string) => {
    const page = shown.find(({ reply }) => reply.body?.includes(secret));
    if (!page) throw new Error('No page of the practice sites showed this.');
    again.set(page.href, page.reply);
  };
  const revoke = (name: string) => void revoked.add(name);
  const fallSilent = (host: string, isSilent: boolean) =>
    void (isSilent ? silent.add(host) : silent.delete(host));
  const leadElsewhere = (host: string, location: string) => void elsewhere.set(host, { location });
  return {
    port,
    spki,
    hosts,
    issued,
    requests,
    showAgain,
    revoke,
    fallSilent,
    leadElsewhere,
    close,
  };
}
