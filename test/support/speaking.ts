/** Changes the language of a page while it stands, so that one page is looked at in all of them. */

export type Messages = Readonly<Record<string, { readonly message: string }>>;
type I18n = { getMessage: (name: string) => string };
type WithMessages = { readonly i18n?: I18n };

let spoken: Messages = {};

/**
 * `text/text.ts` keeps what it was told. So it is told no words, but who says them: each time values are put
 * into a message it is in the language of that moment. The one cast here: `replace` is all that is asked of it.
 */
const speaker = (name: string, native: string): string =>
  ({
    replace: (...how: Parameters<string['replace']>) => (spoken[name]?.message ?? native).replace(...how),
  }) as unknown as string;

/** Before the page asks for its first message. */
export function listen(): void {
  const { browser, chrome } = globalThis as { browser?: WithMessages; chrome?: WithMessages };
  for (const i18n of new Set([browser?.i18n, chrome?.i18n])) {
    if (!i18n) continue;
    const ask = i18n.getMessage.bind(i18n);
    // What a language does not have, such as a form for two, stays nothing.
    i18n.getMessage = (name) => (ask(name) === '' ? '' : speaker(name, ask(name)));
  }
}

/** From now on. Without messages: what the browser itself says. */
export function speak(messages: Messages): void {
  spoken = messages;
}

/** What preact keeps in the nodes that it draws, by the names that its build gives it (11.2). */
type Drawn = {
  readonly __k?: readonly (Drawn | null)[] | null;
  readonly __c?: { readonly forceUpdate: () => void } | null;
};
type Drawing = HTMLElement & { readonly __k?: Drawn };

/** Draws all of a page of ours anew, in the state in which it is. */
export async function redraw(): Promise<void> {
  const visit = (node: Drawn | null): void => {
    node?.__c?.forceUpdate();
    for (const child of node?.__k ?? []) visit(child);
  };
  // The outermost is what preact itself put around the page: it alone cannot be drawn anew.
  for (const page of (document.body as Drawing).__k?.__k ?? []) visit(page);
  // It draws in a microtask. Waiting for longer than that would let the browser paint each language.
  await Promise.resolve();
}
