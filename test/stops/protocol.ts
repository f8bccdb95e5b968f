/** What a test and the worker that it terminates say to each other. */
export type Command =
  /** What `storage.session` holds. */
  | { readonly start: readonly (readonly [key: string, text: string])[] }
  /** Runs a task, and stands still after so many steps. */
  | { readonly run: string; readonly ask?: unknown; readonly stopAfter?: number };

export type Reply =
  | { readonly remember: readonly [key: string, text: string] }
  | { readonly forget: string }
  /** Something was acknowledged on the way. */
  | { readonly word: string }
  | { readonly value: unknown; readonly steps: number }
  | { readonly stopped: true }
  | { readonly error: string };

/** A task: what it is asked, and how it tells what was acknowledged meanwhile. */
export type Task = (ask: unknown, say: (word: string) => void) => Promise<unknown>;
