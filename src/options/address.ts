/** The address of somebody's own server, as typed. */
import { providerOf } from '../providers';
import type { Sites } from '../messages/protocol';

/** Either the origin (`https://git.example.edu`), or a sentence that says what is wrong and what to do. */
export type Address =
  | { readonly ok: true; readonly origin: string; readonly host: string }
  | { readonly ok: false; readonly problem: string };

const EXAMPLE = 'https://git.example.edu';
/** What a match pattern can name. A wildcard would ask for more than one server. */
const HOST = /^[a-z0-9.-]+(?::\d+)?$/;

const wrong = (problem: string): Address => ({ ok: false, problem: `${problem} Nothing was added.` });

/** Reads an address as people write it: with or without `https://`, with a path or none. */
export function serverAddress(typed: string, { servers }: Pick<Sites, 'servers'>): Address {
  const text = typed.trim();
  if (text === '') return wrong(`Type the address of your server, as in ${EXAMPLE}.`);
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(full) ? new URL(full) : null;
  if (url?.protocol === 'http:')
    return wrong(
      `${url.host} would be watched over http, where anybody on the way can read a token. Try https://${url.host}.`,
    );
  if (url?.protocol !== 'https:' || !HOST.test(url.host))
    return wrong(`“${text}” is not the address of one server. Write it as in ${EXAMPLE}.`);
  const { origin, host } = url;
  if (providerOf(origin)) return wrong(`${host} is built in, and watched already.`);
  if (Object.hasOwn(servers, origin)) return wrong(`${host} is in the list already.`);
  return { ok: true, origin, host };
}
