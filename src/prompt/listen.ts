/** Listens to events whose names are separated by spaces. */
export type Listen = <E extends Event>(
  target: EventTarget | null | undefined,
  types: string,
  listener: (event: E) => void,
  capture?: boolean,
) => void;

/**
 * Listeners that end with `signal` and can be put back: `document.open()` takes all away from a document,
 * what is in it and its window. What is there already is not added twice.
 */
export function listeners(signal: AbortSignal): { readonly listen: Listen; readonly again: () => void } {
  const added: (() => void)[] = [];
  const listen: Listen = (target, types, listener, capture = false) => {
    const add = () => {
      for (const type of types.split(' '))
        // The caller names the types, and so knows what their events are.
        target?.addEventListener(type, listener as (event: Event) => void, { capture, signal });
    };
    added.push(add);
    add();
  };
  return { listen, again: () => added.forEach((add) => add()) };
}
