/**
 * `storage.session`: memory that outlives the worker and ends with the browser. Never on disk, closed
 * to content scripts. One key per thing, never a list that several writers append to: concurrent
 * get-push-set loses entries. Values are JSON (Chromium turns a CryptoKey into {}).
 *
 * The background alone writes it, so it is read once per start of the background and answered from
 * a copy: each question to the browser costs about half a millisecond, and a save asks ten.
 */
import browser from '../browser';

let copy: Promise<Map<string, unknown>> | null = null;

function kept(): Promise<Map<string, unknown>> {
  copy ??= browser.storage.session.get(null).then(
    (all) => new Map(Object.entries(all)),
    (error: unknown) => {
      copy = null;
      throw error;
    },
  );
  return copy;
}

/** @returns the value under `key`, or `undefined`. The type is what this version of the extension wrote. */
export async function recall<T>(key: string): Promise<T | undefined> {
  return (await kept()).get(key) as T | undefined;
}

/** All values whose key begins with `prefix`, by the rest of the key. */
export async function recallAll<T>(prefix: string): Promise<Map<string, T>> {
  const found = [...(await kept())].filter(([key]) => key.startsWith(prefix));
  return new Map(found.map(([key, value]) => [key.slice(prefix.length), value as T]));
}

/**
 * Resolves once the browser has it; the copy has it at once.
 * @throws Error if the browser has no room for it: what it has counts, not the copy
 */
export function remember(key: string, value: unknown): Promise<void> {
  return rememberAll({ [key]: value });
}

/** Several values in one step: all of them are there, or none. */
export async function rememberAll(values: Readonly<Record<string, unknown>>): Promise<void> {
  const all = await kept();
  for (const [key, value] of Object.entries(values)) all.set(key, value);
  await browser.storage.session.set(values).catch((error: unknown) => {
    copy = null;
    throw error;
  });
}

export async function forget(...keys: string[]): Promise<void> {
  const all = await kept();
  for (const key of keys) all.delete(key);
  await browser.storage.session.remove(keys);
}

/** Lets go of the copy; the next question asks the browser, as after a start of the background. */
export function forgetCopy(): void {
  copy = null;
}
