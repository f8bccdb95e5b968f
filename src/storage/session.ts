/**
 * `storage.session`: memory that outlives the worker and ends with the browser. Never on disk, closed
 * to content scripts. One key per thing, never a list that several writers append to: concurrent
 * get-push-set loses entries. Values are JSON (Chromium turns a CryptoKey into {}).
 */
import browser from '../browser';

/** @returns the value under `key`, or `undefined`. The type is what this version of the extension wrote. */
export async function recall<T>(key: string): Promise<T | undefined> {
  return (await browser.storage.session.get(key))[key] as T | undefined;
}

/** The values under several keys, in one question: each costs about half a millisecond. */
export async function recallEach(...keys: string[]): Promise<Readonly<Record<string, unknown>>> {
  return browser.storage.session.get(keys);
}

/** All values whose key begins with `prefix`, by the rest of the key. */
export async function recallAll<T>(prefix: string): Promise<Map<string, T>> {
  const all = await browser.storage.session.get(null);
  const found = Object.entries(all).filter(([key]) => key.startsWith(prefix));
  return new Map(found.map(([key, value]) => [key.slice(prefix.length), value as T]));
}

export async function remember(key: string, value: unknown): Promise<void> {
  await browser.storage.session.set({ [key]: value });
}

export async function forget(...keys: string[]): Promise<void> {
  await browser.storage.session.remove(keys);
}
