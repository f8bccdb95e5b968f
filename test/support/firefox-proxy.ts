/** Firefox has no `--host-resolver-rules`: a proxy that leads the practice sites' names to this machine, and no other name anywhere. */
import { createServer, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export type Proxy = { readonly port: number; readonly close: () => Promise<void> };

/** @param hosts that lead to `port` of this machine, as HTTPS; everything else is refused */
export async function startProxy(hosts: readonly string[], port: number): Promise<Proxy> {
  const open = new Set<Duplex>();
  const server = createServer((_, response) => response.writeHead(502).end());
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    open.add(client);
    client.on('close', () => open.delete(client));
    client.on('error', () => client.destroy());
    const [host = '', asked] = (request.url ?? '').split(':');
    if (asked !== '443' || !hosts.includes(host)) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const site = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      site.write(head);
      site.pipe(client).pipe(site);
    });
    site.on('error', () => client.destroy());
    client.on('close', () => site.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      for (const each of open) each.destroy();
      server.close(() => resolve());
    });
  return { port: (server.address() as AddressInfo).port, close }; // listening on TCP
}
