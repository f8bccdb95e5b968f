/** What the APIs share: who asks, JSON, and the headers by which pages elsewhere may read an answer. */
import type { Ask, Reply } from '../site';

/** The token in the header, or `null`. */
export function bearer({ headers }: Ask): string | null {
  return /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** The browser is signed in, and says so. */
export function hasSession({ headers }: Ask): boolean {
  return (headers.cookie ?? '').includes('session=');
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, type: 'application/json', body: JSON.stringify(body), headers };
}

/** Every origin may ask with a token and read the answer. @param exposed headers that it may read beside the usual */
export function open(exposed = ''): Readonly<Record<string, string>> {
  return {
    'access-control-allow-origin': '*',
    ...(exposed && { 'access-control-expose-headers': exposed }),
  };
}

/** The answer to the question that a browser asks first. */
export function preflight(allowed: string): Reply {
  const headers = {
    ...open(),
    'access-control-allow-headers': allowed,
    'access-control-allow-methods': 'GET, POST',
  };
  return { status: 204, headers };
}
