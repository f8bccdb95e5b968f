import type { Answer, Ask, MessageName } from './protocol';

/** The part of `runtime` that sending needs; the caller brings its own, so this file fits pages and content scripts. */
export type Sender = (message: unknown) => Promise<unknown>;

/** A worker can be stopped in flight, and the one that starts in its place, too. */
const ATTEMPTS = 4;

/**
 * Makes a typed `send(name, ask)`. It never rejects: a worker that stopped in flight is asked again, an
 * extension that is gone (updated, removed) answers `gone`, and one that is there and silent `storage`.
 * @param alive whether the extension is still there
 */
export function sender(sendMessage: Sender, alive: () => boolean) {
  return async function send<N extends MessageName>(name: N, ask: Ask<N>): Promise<Answer<N>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await sendMessage({ name, ask });
        // The receiving end is our own background, typed by the same protocol.
        if (answer !== undefined) return answer as Answer<N>;
      } catch {
        // "Extension context invalidated", "Could not establish connection", "message channel closed".
      }
      if (attempt > 1 && !alive()) return { ok: false, failure: 'gone' };
      if (attempt === ATTEMPTS) return { ok: false, failure: 'storage' };
    }
  };
}

export type Send = ReturnType<typeof sender>;
