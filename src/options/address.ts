/** The address of somebody's own server, as typed. */
import { providerOf } from '../providers';
import type { Sites } from '../messages/protocol';
import { text } from '../text/text';

/** Either the origin (`https://git.example.edu`), or a sentence that says what is wrong and what to do. */
export type Address =
  | { readonly ok: true; readonly origin: string; readonly host: string }
  | { readonly ok: false; readonly problem: string };

const EXAMPLE = 'https://git.example.edu';
/** What a match pattern can name. A wildcard would ask for more than one server. */
const HOST = /^[a-z0-9.-]+(?::\d+)?$/;

const wrong = (problem: string): Address => ({ ok: false, problem });

/** Reads an address as people write it: with or without `https://`, with a path or none. */
export function serverAddress(written: string, { servers }: Pick<Sites, 'servers'>): Address {
  const typed = written.trim();
  if (typed === '') return wrong(text('server_empty', { example: EXAMPLE }));
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  if (url?.protocol === 'http:') return wrong(text('server_http', { host: url.host }));
  if (url?.protocol !== 'https:' || !HOST.test(url.host))
    return wrong(text('server_no_address', { typed, example: EXAMPLE }));
  const { origin, host } = url;
  if (providerOf(origin)) return wrong(text('server_built_in', { host }));
  if (Object.hasOwn(servers, origin)) return wrong(text('server_listed', { host }));
  return { ok: true, origin, host };
}
