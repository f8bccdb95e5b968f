/**
 * What a page does with a passphrase, each time in a Worker of its own: about a second for each slot or
 * backup that is opened or made. Everything here throws an Error if the worker cannot run, most likely for
 * want of memory.
 */
import type { NewVault } from '../../messages/protocol';
import type { BackupContents, JobName, Jobs, Outcome, ReadBackup, Replacement, Rewrapped } from './jobs';

export type { BackupContents, ReadBackup, Replacement, Rewrapped };

/** A worker's end frees 256 MiB, and what the answer leads to would wait for that: 13 ms of an unlock. */
const ENDED_AFTER_MS = 250;

/** A worker that is loaded and has no job yet. */
let spare: Worker | null = null;

function newWorker(): Worker {
  return new Worker(new URL('./scrypt.worker.ts', import.meta.url), { type: 'module' });
}

/** Loads the worker for the next job: there is time for it while a passphrase is typed. */
export function loadWorker(): void {
  if (spare) return;
  const worker = newWorker();
  spare = worker;
  // One that did not load would never answer; the job then tries another, and says so if that fails too.
  worker.addEventListener('error', () => {
    if (spare === worker) spare = null;
  });
}

function takeWorker(): Worker {
  const worker = spare ?? newWorker();
  spare = null;
  return worker;
}

async function run<N extends JobName>(name: N, ask: Jobs[N]['ask']): Promise<Jobs[N]['answer']> {
  const worker = takeWorker();
  const outcome = await new Promise<Outcome<N>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Outcome<N>>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('The passphrase worker could not run.')));
    worker.postMessage({ name, ask });
  }).finally(() => setTimeout(() => worker.terminate(), ENDED_AFTER_MS));
  if (outcome === null) throw new Error(`The passphrase worker could not do its job: ${name}.`);
  return outcome.answer;
}

/** Makes a new identity and wraps it with the passphrase. Nothing is stored yet. */
export function makeVault(passphrase: string): Promise<NewVault> {
  return run('make', { passphrase });
}

/**
 * Tries a passphrase on the vault's slots (base64 age files).
 * @returns the identity, or `null` if the passphrase is wrong
 * @throws Error if none opened and one is damaged
 */
export function openSlots(slots: readonly string[], passphrase: string): Promise<string | null> {
  return run('open', { slots, passphrase });
}

/**
 * Wraps the vault's identity with another passphrase, and opens the new slot before it answers. Nothing is
 * stored yet.
 * @returns `null` if the old passphrase is wrong
 * @throws Error as `openSlots`, and if the new slot does not open
 */
export function changePassphrase(
  slots: readonly string[],
  passphrase: string,
  next: string,
): Promise<Rewrapped | null> {
  return run('change', { slots, passphrase, next });
}

/**
 * Makes a new vault key, wrapped with the next passphrase, beside the identity of the old one. Nothing is
 * stored yet.
 * @returns `null` if the old passphrase is wrong
 * @throws Error as `changePassphrase`
 */
export function startOver(
  slots: readonly string[],
  passphrase: string,
  next: string,
): Promise<Replacement | null> {
  return run('start-over', { slots, passphrase, next });
}

/**
 * Makes a backup, protected by the vault's own passphrase.
 * @returns an age file; `null` if the passphrase opens none of the vault's slots
 * @throws Error as `openSlots`, and if the backup would exceed 64 MiB
 */
export function writeBackup(contents: BackupContents, passphrase: string): Promise<Uint8Array | null> {
  return run('write-backup', { ...contents, passphrase });
}

/** Opens a backup; of a damaged one, what is whole. Tokens and notes are as the file says them: unchecked. */
export function readBackup(file: Uint8Array, passphrase: string): Promise<ReadBackup> {
  return run('read-backup', { file, passphrase });
}
