/**
 * The receiving end: each message is checked against its shape and its sender before its handler sees
 * it. `ui:` needs our own origin (a page of ours in a tab has `sender.tab` too); `page:` needs the top
 * frame of a tab. A refused message is answered without data.
 */
import * as v from 'valibot';
import type { Answer, Ask, Failure, MessageName, Messages, PageMessageName, UiMessageName } from './protocol';
import { shapes } from './shapes';

/** A content script's place, as the browser vouches for it (never as the message says). */
export type PageSender = {
  /** `https://github.com` */
  readonly origin: string;
  readonly tabId: number;
  /** The document's own id; null where the browser does not tell. */
  readonly documentId: string | null;
  /** It stands in a private window. */
  readonly incognito: boolean;
};

/** What both browsers tell of a sender. */
export type RawSender = {
  readonly id?: string | undefined;
  readonly origin?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly documentId?: string | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly incognito?: boolean | undefined } | undefined;
};

/** Thrown by a handler for what the user can do something about; it becomes `{ ok: false, failure }`. */
export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure);
    this.name = 'Refusal';
  }
}

type Reply<N extends MessageName> = Promise<Messages[N]['answer']>;
export type PageHandlers = { readonly [N in PageMessageName]: (ask: Ask<N>, from: PageSender) => Reply<N> };
export type UiHandlers = { readonly [N in UiMessageName]: (ask: Ask<N>) => Reply<N> };

export type Receiver = {
  /** Our extension's id and origin (`chrome-extension://…`, `moz-extension://…`). */
  readonly self: { readonly id: string; readonly origin: string };
  readonly page: PageHandlers;
  readonly ui: UiHandlers;
};

const REFUSED = { ok: false, failure: 'refused' } as const;

/** Makes the listener for `runtime.onMessage`. It always answers, and never with an error's text. */
export function receiver({ self, page, ui }: Receiver) {
  return async function receive(message: unknown, sender: RawSender): Promise<Answer<MessageName>> {
    const name = nameOf(message);
    if (!name || sender.id !== self.id) return REFUSED;
    const ask = v.safeParse(shapes[name], (message as { ask?: unknown }).ask ?? null);
    if (!ask.success) return REFUSED;
    // `shapes` and the handlers have the same keys, so the parsed ask is its own handler's.
    if (name.startsWith('ui:')) {
      if (originOf(sender) !== self.origin) return REFUSED;
      return answered(ui[name as UiMessageName] as (ask: unknown) => Promise<unknown>, ask.output);
    }
    const from = pageSender(sender, self.origin);
    if (!from) return REFUSED;
    const handler = page[name as PageMessageName] as (ask: unknown, from: PageSender) => Promise<unknown>;
    return answered((asked) => handler(asked, from), ask.output);
  };
}

function nameOf(message: unknown): MessageName | null {
  if (typeof message !== 'object' || message === null || !('name' in message)) return null;
  const { name } = message;
  return typeof name === 'string' && Object.hasOwn(shapes, name) ? (name as MessageName) : null;
}

function originOf(sender: RawSender): string | null {
  // An extension's URL has the origin "null" for `new URL`, so the prefix is compared.
  return sender.origin ?? sender.url?.match(/^[a-z-]+:\/\/[^/]+/)?.[0] ?? null;
}

function pageSender(sender: RawSender, ownOrigin: string): PageSender | null {
  const origin = originOf(sender);
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0 || !origin || origin === ownOrigin) return null;
  const incognito = sender.tab?.incognito === true;
  return { origin, tabId, documentId: sender.documentId ?? null, incognito };
}

const STORAGE_FAILURES: ReadonlyMap<string, Failure> = new Map([
  ['QuotaExceededError', 'full'],
  // A later version made the database while this one ran.
  ['VersionError', 'vault-newer'],
]);

async function answered(
  handler: (ask: unknown) => Promise<unknown>,
  ask: unknown,
): Promise<Answer<MessageName>> {
  try {
    // The handler's own type says what it answers.
    return { ok: true, value: (await handler(ask)) as never };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    // What else can fail between a checked message and its answer is the browser's storage.
    const name = error instanceof DOMException ? error.name : '';
    return { ok: false, failure: STORAGE_FAILURES.get(name) ?? 'storage' };
  }
}
