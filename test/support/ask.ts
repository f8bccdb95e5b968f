/** Asks the background as one of our own pages does. */
import type { Answer, Ask, Messages, UiMessageName } from '../../src/messages/protocol';
import { until, type Tab } from './driver';

/** The script that sends a message, well-formed or not. */
export function asking(name: string, question: unknown): string {
  return `chrome.runtime.sendMessage(${JSON.stringify({ name, ask: question })})`;
}

/** The answer as it comes. `own`: a tab that shows a page of the extension. */
export function answer<N extends UiMessageName>(own: Tab, name: N, question: Ask<N>): Promise<Answer<N>> {
  return own.run<Answer<N>>(asking(name, question));
}

/** What is in the answer; throws where it is a failure. */
export async function ask<N extends UiMessageName>(
  own: Tab,
  name: N,
  question: Ask<N>,
): Promise<Messages[N]['answer']> {
  const answered = await answer(own, name, question);
  if (!answered.ok) throw new Error(`${name} failed: ${answered.failure}`);
  return answered.value;
}

/** Every token that the vault lists, in the windows in which it may be asked for, once the list is whole. */
export async function allListed(own: Tab) {
  await until('the list to be whole', async () => {
    const { opening } = await ask(own, 'ui:list', { query: '', from: 0, count: 0 });
    return opening === null;
  });
  const tokens: Messages['ui:list']['answer']['tokens'][number][] = [];
  for (;;) {
    const window = await ask(own, 'ui:list', { query: '', from: tokens.length, count: 50 });
    tokens.push(...window.tokens);
    if (window.tokens.length === 0 || tokens.length >= window.matching) return tokens;
  }
}

/** Name and secret of every listed token, as often as it is listed. */
export async function allSecrets(own: Tab): Promise<{ name: string | null; secret: string }[]> {
  const found: { name: string | null; secret: string }[] = [];
  for (const { id, name } of await allListed(own))
    found.push({ name, secret: await ask(own, 'ui:copy', { id, snippet: null }) });
  return found;
}
