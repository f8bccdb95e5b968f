/** What a server of somebody's own runs, as its front page tells: asked once, on a click, without cookies. */
import { recognise } from '../providers/recognise';

const TIMEOUT_MS = 10_000;

export type ServerAnswer =
  /** `null`: it answered and does not tell. */
  { readonly ok: true; readonly provider: string | null } | { readonly ok: false };

/** @param origin `https://git.example.edu`, whose permission was granted */
export async function askServer(origin: string): Promise<ServerAnswer> {
  try {
    const answer = await fetch(`${origin}/`, {
      // Nobody is signed in here, and no page that shows a token is asked for.
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const url = new URL(answer.url);
    // A sign-in page somewhere else says nothing about this server.
    if (url.origin !== origin) return { ok: true, provider: null };
    const document = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return { ok: true, provider: recognise({ url, document }) };
  } catch {
    return { ok: false };
  }
}
