/** Runs scrypt away from the page: about a second of synchronous work and 256 MiB. Ends with its one job. */
import { base64 } from '@scure/base';
import { identityToRecipient, makePassphraseSlot, newIdentity, openPassphraseSlot } from '../../vault/slots';
import type { Job, Outcome } from './work';

async function make(passphrase: string): Promise<Outcome> {
  const identity = await newIdentity();
  const recipient = await identityToRecipient(identity);
  const slot = base64.encode(await makePassphraseSlot(identity, passphrase));
  return { made: { identity, recipient, slot } };
}

async function open(slots: readonly string[], passphrase: string): Promise<Outcome> {
  for (const slot of slots) {
    const identity = await openPassphraseSlot(base64.decode(slot), passphrase);
    if (identity) return { identity };
  }
  return { identity: null };
}

self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
  const job = data.slots ? open(data.slots, data.passphrase) : make(data.passphrase);
  // A damaged slot is told apart from a wrong passphrase; no error text crosses.
  job.then(
    (outcome) => self.postMessage(outcome),
    () => self.postMessage({ damaged: true } satisfies Outcome),
  );
});
