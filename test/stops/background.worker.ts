/** The background's own modules in a real worker, which can be terminated at any step. */
import { countSteps, stepsTaken, stopAfter, wait } from './steps';
import type { Command, Reply } from './protocol';

/** `storage.session` lives with whoever started the worker, as in a browser. */
const session = new Map<string, string>();

const area = {
  get: async () => Object.fromEntries([...session].map(([key, text]) => [key, JSON.parse(text)])),
  set: async (items: Record<string, unknown>) => {
    await wait();
    for (const [key, value] of Object.entries(items)) {
      session.set(key, JSON.stringify(value));
      self.postMessage({ remember: [key, JSON.stringify(value)] } satisfies Reply);
    }
    await wait();
  },
  remove: async (keys: readonly string[]) => {
    await wait();
    for (const key of keys) {
      session.delete(key);
      self.postMessage({ forget: key } satisfies Reply);
    }
    await wait();
  },
};

async function start(stored: readonly (readonly [string, string])[]) {
  for (const [key, text] of stored) session.set(key, text);
  const { fakeBrowser } = await import('../support/fake-browser');
  // The polyfill takes a browser that is there as it is.
  Object.assign(globalThis, {
    chrome: { runtime: { id: 'EXAMPLE' } },
    browser: {
      ...fakeBrowser,
      runtime: { ...fakeBrowser.runtime, id: 'EXAMPLE' },
      storage: { ...fakeBrowser.storage, session: area },
    },
  });
  const { tasks } = await import('./tasks');
  countSteps();
  return tasks;
}

let ready: ReturnType<typeof start> | null = null;

async function answer({ run, ask, stopAfter: count }: Extract<Command, { run: string }>): Promise<void> {
  const tasks = await ready;
  const task = tasks?.[run];
  if (!task) throw new Error(`There is no task "${run}".`);
  stopAfter(count ?? Number.POSITIVE_INFINITY);
  const value = await task(ask, (word) => self.postMessage({ word } satisfies Reply));
  const steps = stepsTaken();
  stopAfter(Number.POSITIVE_INFINITY);
  self.postMessage({ value, steps } satisfies Reply);
}

self.addEventListener('message', ({ data }: MessageEvent<Command>) => {
  if ('start' in data) ready = start(data.start);
  else
    answer(data).catch((error: unknown) =>
      self.postMessage({ error: error instanceof Error ? `${error.message}\n${error.stack}` : 'thrown' }),
    );
});
