/**
 * The background, stopped at each of its steps, in a real worker that is terminated: afterwards each
 * acknowledged token is there, and each that was not is there whole, or still held, or on its page.
 */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { NewVault } from '../../src/messages/protocol';
import { newKey, secretOf } from '../support/seen';
import code from 'virtual:bundled-worker/test/stops/background.worker.ts';
import { putBack, takeDisk } from './disk';
import type { Command, Reply } from './protocol';

const CODE = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));

type Look = { saved: Record<string, string[]>; notes: string[]; resealing: boolean };

/** The background of one browser: its worker, and the memory that outlives it. */
class Background {
  readonly #session = new Map<string, string>();
  #worker: Worker | null = null;
  /** What was acknowledged in the course of the last task. */
  said: string[] = [];

  /** Starts a worker, as the next message does after one was stopped. */
  start(): void {
    this.end();
    this.#worker = new Worker(CODE, { type: 'module' });
    this.#post({ start: [...this.#session] });
  }
  end(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
  forgetAll(): void {
    this.#session.clear();
  }
  /** What `storage.session` holds. */
  memory(): readonly (readonly [string, string])[] {
    return [...this.#session];
  }
  remember(memory: readonly (readonly [string, string])[]): void {
    this.#session.clear();
    for (const [key, text] of memory) this.#session.set(key, text);
  }
  #post(command: Command): void {
    this.#worker?.postMessage(command);
  }

  /** Resolves with the value and the steps it took, or `null` if it was stopped before that. */
  async #ask(command: Command): Promise<{ value: unknown; steps: number } | null> {
    const worker = this.#worker;
    if (!worker) throw new Error('No worker runs.');
    this.said = [];
    const listening = new AbortController();
    const answered = new Promise<{ value: unknown; steps: number } | null>((resolve, reject) => {
      const hear = ({ data }: MessageEvent<Reply>) => {
        if ('remember' in data) this.#session.set(...data.remember);
        else if ('forget' in data) this.#session.delete(data.forget);
        else if ('word' in data) this.said.push(data.word);
        else if ('stopped' in data) resolve(null);
        else if ('error' in data) reject(new Error(data.error));
        else resolve(data);
      };
      worker.addEventListener('message', hear, { signal: listening.signal });
    });
    this.#post(command);
    return answered.finally(() => listening.abort());
  }

  async run<T>(run: string, ask?: unknown): Promise<T> {
    const answer = await this.#ask({ run, ask });
    if (!answer) throw new Error('It was stopped, and should not have been.');
    return answer.value as T;
  }
  async steps(run: string, ask?: unknown): Promise<number> {
    return (await this.#ask({ run, ask }))?.steps ?? 0;
  }
  /** `true`: it came to its end before so many steps were taken. */
  async runUntil(count: number, run: string, ask?: unknown): Promise<boolean> {
    return (await this.#ask({ run, ask, stopAfter: count })) !== null;
  }
}

let background: Background;
let old: NewVault;
let next: NewVault;
beforeAll(async () => {
  [old, next] = [await newKey('old EXAMPLE'), await newKey('new EXAMPLE')];
});
beforeEach(() => {
  background = new Background();
  background.start();
});
afterEach(async () => {
  // Other files have the same disk.
  background.forgetAll();
  background.start();
  await background.run('wipe');
  background.end();
});

type Scenario = {
  readonly before: () => Promise<unknown>;
  readonly run: readonly [task: string, ask?: () => unknown];
  /** @param done whether the task was acknowledged before the stop */
  readonly after: (done: boolean, said: readonly string[]) => Promise<void>;
};

async function fresh(before: () => Promise<unknown>): Promise<void> {
  await background.run('wipe');
  background.forgetAll();
  background.start();
  await background.run('begin');
  await before();
}

/** Runs a task once to the end, and once more for each of its steps, stopping there. */
async function atEveryStep({ before, run, after }: Scenario): Promise<void> {
  await fresh(before);
  background.end();
  const [memory, disk] = [background.memory(), await takeDisk()];
  /** As the preparation left it, in a worker that has just started. */
  const prepared = async () => {
    background.end();
    await putBack(disk);
    background.remember(memory);
    background.start();
    await background.run('begin');
  };
  await prepared();
  const [task, asked] = run;
  const ask = asked?.();
  const steps = await background.steps(task, ask);
  expect(steps, 'steps at which it can be stopped').toBeGreaterThan(2);
  await after(true, background.said);
  for (let count = 0; count <= steps; count += 1) {
    await prepared();
    const done = await background.runUntil(count, task, ask);
    const { said } = background;
    background.start();
    await background.run('begin');
    try {
      await after(done, said);
    } catch (error) {
      throw new Error(`Stopped after ${count} of ${steps} steps.`, { cause: error });
    }
  }
}

const unlock = () => background.run('unlock', old.identity);
const look = () => background.run<Look>('look');
const all = (...names: string[]) => Object.fromEntries(names.map((name) => [name, [secretOf(name)]]));

describe('a worker that is stopped at every step', { timeout: 300_000 }, () => {
  test('of a capture', () =>
    atEveryStep({
      before: async () => {
        await background.run('create', old);
        await background.run('save', ['first']);
        await background.run('lock');
      },
      run: ['capture', () => 'second'],
      after: async (done, said) => {
        const held = await background.run<string[]>('held');
        await unlock();
        const { saved } = await look();
        if (done) expect(saved).toEqual(all('first', 'second'));
        else if (said.includes('held')) expect([...Object.keys(saved), ...held]).toContain('second');
        // The page is still there, and Save is clicked again.
        await background.run('save', ['second']);
        expect((await look()).saved).toEqual(all('first', 'second'));
        expect(await background.run('held')).toEqual([]);
      },
    }));

  test('of the making of a vault, while a token waits for it', () =>
    atEveryStep({
      before: () => background.run('save', ['waits']),
      run: ['create', () => old],
      after: async () => {
        const made = await background.run('recipient').then(
          () => true,
          () => false,
        );
        if (!made) await background.run('create', old);
        await unlock();
        expect((await look()).saved).toEqual(all('waits'));
      },
    }));

  test('of an unlock', () =>
    atEveryStep({
      before: async () => {
        await background.run('create', old);
        await background.run('save', ['first']);
        await background.run('look');
        await background.run('lock');
        await background.run('save', ['second', 'third']);
        await background.run('hold', 'held');
        // As after an update: memory is gone, and the same token is saved again.
        background.forgetAll();
        background.start();
        await background.run('begin');
        await background.run('save', ['first', 'third']);
      },
      run: ['unlock', () => old.identity],
      after: async () => {
        await unlock();
        expect((await look()).saved).toEqual(all('first', 'second', 'third'));
        expect(await background.run('held')).toEqual(['held']);
      },
    }));

  test('of a change of the passphrase', () =>
    atEveryStep({
      before: async () => {
        await background.run('create', old);
        await background.run('save', ['first']);
        await background.run('look');
      },
      run: ['change-passphrase', () => ({ identity: old.identity, words: 'new EXAMPLE' })],
      after: async (done) => {
        const [first] = await background.run<string[]>('slots');
        if (done) expect(first).toBe('new EXAMPLE');
        else expect(['old EXAMPLE', 'new EXAMPLE']).toContain(first);
        await unlock();
        expect((await look()).saved).toEqual(all('first'));
        // And no other opens it any more, not even by the second copy.
        expect(await background.run('slots')).toEqual([first]);
      },
    }));

  test('of a new start with another key', () =>
    atEveryStep({
      before: async () => {
        await background.run('create', old);
        await background.run('save', ['first', 'second']);
        await background.run('hold', 'held');
        await background.run('note', 'EXAMPLE note');
        await background.run('look');
      },
      run: ['start-over', () => ({ identity: old.identity, next })],
      after: async (_, said) => {
        // Saved while it is under way.
        await background.run('save', ['third']);
        const recipient = await background.run('recipient');
        const now = recipient === old.recipient ? old : next;
        await background.run('lock');
        await background.run('unlock', now.identity);
        expect((await look()).saved).toEqual(all('first', 'second', 'third'));
        const end = await look();
        expect(end).toMatchObject({ resealing: false, notes: ['EXAMPLE note'] });
        if (said.includes('begun')) expect(await background.run('recipient')).toBe(next.recipient);
        expect(await background.run('held')).toEqual(['held']);
      },
    }));

  test('of a restore', async () => {
    await fresh(() => background.run('create', next));
    await background.run('save', ['first', 'second', 'third']);
    const backup = await background.run('backup');
    await atEveryStep({
      before: async () => {
        await background.run('create', old);
        await background.run('save', ['second']);
      },
      run: ['restore', () => backup],
      after: async (done) => {
        if (done) expect((await look()).saved).toEqual(all('first', 'second', 'third'));
        await unlock();
        expect((await look()).saved).toMatchObject(all('second'));
        await background.run('restore', backup);
        expect((await look()).saved).toEqual(all('first', 'second', 'third'));
      },
    });
  });

  test('of a deletion', () =>
    atEveryStep({
      before: async () => {
        await background.run('create', old);
        await background.run('save', ['first', 'second']);
      },
      run: ['delete', () => 'second'],
      after: async (done) => {
        await unlock();
        const { saved } = await look();
        expect(saved).toMatchObject(all('first'));
        if (done) expect(saved).toEqual(all('first'));
      },
    }));
});
