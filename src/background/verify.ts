/**
 * "Check this token": the one place from which a token is sent, to its own site, on a click. The header
 * goes to the API of a built-in host or of a server in the list and nowhere else; without cookies, since by
 * the browser's own sign-in every token would look valid.
 */
import { parse } from 'valibot';
import browser from '../browser';
import type { Check, Found, ListedToken } from '../messages/protocol';
import { Refusal } from '../messages/receive';
import type { Answered, Question, Verify } from '../providers/provider';
import { forget, recall, recallAll, remember } from '../storage/session';
import { toldShape } from '../tokens/shape';
import { newsOf } from '../tokens/told';
import type { Token } from '../tokens/token';
import { rewrite } from './editing';
import { revealed, tokenOf } from './listing';
import { providerAt, providerById } from './sites';
import { onLock, openIdentity, touch } from './unlock';

const CHECK = 'check:';
const WAITING = 'check-waiting';
const TIMEOUT_MS = 15_000;
/** The browser's question for a permission may stand so long; after it nobody expects a check any more. */
const WAITS_MS = 120_000;

type Waiting = { readonly id: string; readonly click: string; readonly since: number };

/** By their click. Those of an earlier life of the background are in the session's memory. */
const running = new Map<string, Promise<Check>>();

// Whom a token belongs to is not for a locked vault.
onLock(() => void forgetChecks());

async function forgetChecks(): Promise<void> {
  const ids = [...(await recallAll<Check>(CHECK)).keys()];
  await forget(WAITING, ...ids.map((id) => CHECK + id));
}

/** The last check of a token in this browser session, or `null`. Refuses with `locked`, `no-vault`. */
export async function lastCheck(id: string): Promise<Check | null> {
  await openIdentity();
  return (await recall<Check>(CHECK + id)) ?? null;
}

/**
 * Checks a token. One click asks once: the same one again is given what it found. Counts as use. Refuses with
 * `locked`, `no-vault`, `not-found`, `refused` (its provider has no API), and what is wrong with the record.
 */
export function check(id: string, click: string): Promise<Check> {
  const begun = running.get(click) ?? begin(id, click);
  running.set(click, begun);
  const end = () => void running.delete(click);
  begun.then(end, end);
  return begun;
}

/**
 * The browser is about to ask for the host, and its question may close the popup that waits for the answer:
 * then the check goes on from here.
 */
export function checkWhenAllowed(id: string, click: string): Promise<void> {
  return remember(WAITING, { id, click, since: Date.now() } satisfies Waiting);
}

/** A host was granted: does the check that waits for it. */
export async function goOnChecking(): Promise<void> {
  const waiting = await recall<Waiting>(WAITING);
  if (!waiting) return;
  if (Date.now() - waiting.since > WAITS_MS) return forget(WAITING);
  const { api } = await placed(waiting.id);
  // Another host may have been granted meanwhile.
  if (await isAllowed(api)) await check(waiting.id, waiting.click);
}

async function begin(id: string, click: string): Promise<Check> {
  const last = await lastCheck(id);
  if (last?.click === click) return last;
  await forget(WAITING);
  const { token, provider, api, isKnown } = await placed(id);
  await touch();
  const permission = provider.verify.permission(token);
  const allowed = await isAllowed(api);
  const hidden = permission === 'tells-more' && !allowed;
  const about = { click, at: new Date().toISOString(), host: api.host, hidden };
  const keep = async (found: Found): Promise<Check> => {
    const made = { ...about, found };
    await remember(CHECK + id, made);
    return made;
  };
  if (!isKnown) return keep({ is: 'unknown-server' });
  if (permission === 'needed' && !allowed) return keep({ is: 'not-allowed' });
  // A worker that stops before the answer has asked nevertheless, and does not ask again.
  await keep({ is: 'unreachable' });
  const { secret } = await revealed(id);
  const found = await answerTo(provider.verify, token, secret);
  await openIdentity();
  return keep(found);
}

/** A token and its provider, where that one's API is, and whether the token's site is still the provider's. */
async function placed(id: string) {
  const token = await tokenOf(id);
  const provider = providerById(token.provider);
  if (!provider) throw new Refusal('refused');
  const api = new URL(provider.verify.questions(token)[0].url);
  return { token, provider, api, isKnown: (await providerAt(token.origin))?.id === provider.id };
}

/** Asked anew each time: what the user answered may be a moment old. */
const isAllowed = ({ origin }: URL) => browser.permissions.contains({ origins: [`${origin}/*`] });

/** The next question is for a server that does not know the one before. */
async function answerTo({ questions, read }: Verify, token: Token, secret: string): Promise<Found> {
  let status = 0;
  for (const question of questions(token)) {
    const answered = await ask(question, secret);
    if (!answered) return { is: 'unreachable' };
    const verdict = read(answered);
    if (verdict?.is === 'valid') return { ...verdict, told: parse(toldShape, verdict.told) };
    if (verdict) return verdict;
    ({ status } = answered);
  }
  return { is: 'unexpected', status };
}

/** `null`: no answer came. */
async function ask({ url, method, headers, body }: Question, secret: string): Promise<Answered | null> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      method,
      headers: { ...headers, Authorization: `Bearer ${secret}` },
      body,
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      // Wherever else it leads, the header stays here; the answer then has the status 0.
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    return { status: response.status, header: (name) => response.headers.get(name), body: parsed(text) };
  } catch {
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Writes what a check told into the token's record. Refuses like `rewrite`, and with `refused` where that
 * check is not the last one.
 */
export async function fillIn(id: string, click: string): Promise<ListedToken> {
  const last = await lastCheck(id);
  if (last?.click !== click || last.found.is !== 'valid') throw new Refusal('refused');
  const { told } = last.found;
  await rewrite(id, (token) => ({ ...token, ...newsOf(token, told) }));
  return tokenOf(id);
}
