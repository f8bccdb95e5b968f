/** What a page does with a passphrase, in a Worker of its own: make a vault's key, or open its slots. */
import type { NewVault } from '../../messages/protocol';

export type Job = { readonly passphrase: string; readonly slots?: readonly string[] };
export type Outcome =
  | { readonly made: NewVault }
  | { readonly identity: string | null }
  | { readonly damaged: true };

function run(job: Job): Promise<Outcome> {
  const worker = new Worker(new URL('./scrypt.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Outcome>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Outcome>) => resolve(data));
    worker.addEventListener('error', () => reject(new Error('The passphrase worker could not run.')));
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}

/** Makes a new identity and wraps it with the passphrase: about a second. Nothing is stored yet. */
export async function makeVault(passphrase: string): Promise<NewVault> {
  const outcome = await run({ passphrase });
  if (!('made' in outcome)) throw new Error('The vault key could not be made.');
  return outcome.made;
}

/**
 * Tries a passphrase on the vault's slots (base64 age files): about a second each.
 * @returns the identity, or `null` if the passphrase is wrong
 * @throws Error if a slot is damaged
 */
export async function openSlots(slots: readonly string[], passphrase: string): Promise<string | null> {
  const outcome = await run({ passphrase, slots });
  if (!('identity' in outcome)) throw new Error('The stored passphrase slot is damaged.');
  return outcome.identity;
}
