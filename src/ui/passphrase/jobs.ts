/** What the passphrase worker does. Only the worker runs this; the pages know its types. */
import { base64 } from '@scure/base';
import type { BackupNote, BackupToken, NewVault } from '../../messages/protocol';
import { openBackup, sealBackup, type Content, type ReadBackup } from '../../vault/backup';
import { LOG_N } from '../../vault/passphrase';
import { identityToRecipient, makePassphraseSlot, newIdentity, openPassphraseSlot } from '../../vault/slots';

export type { ReadBackup };

/** A passphrase that is tried on a vault's slots (age files, base64). */
type Attempt = { readonly slots: readonly string[]; readonly passphrase: string };

/** The vault's identity in a new slot (an age file, base64). */
export type Rewrapped = { readonly identity: string; readonly slot: string };

/** The old vault's identity, and the vault that takes its place. */
export type Replacement = { readonly identity: string; readonly next: NewVault };

/** What goes into a backup, and the vault's slots, one of which the backup's passphrase must open. */
export type BackupContents = {
  readonly tokens: readonly BackupToken[];
  readonly notes: readonly BackupNote[];
  readonly slots: readonly string[];
};

/** Every job; the answer is `null` where the passphrase is wrong. */
export type Jobs = {
  make: { ask: { readonly passphrase: string }; answer: NewVault };
  open: { ask: Attempt; answer: string | null };
  change: { ask: Attempt & { readonly next: string }; answer: Rewrapped | null };
  'start-over': { ask: Attempt & { readonly next: string }; answer: Replacement | null };
  'write-backup': { ask: BackupContents & { readonly passphrase: string }; answer: Uint8Array | null };
  'read-backup': { ask: { readonly file: Uint8Array; readonly passphrase: string }; answer: ReadBackup };
};
export type JobName = keyof Jobs;
export type Job<N extends JobName = JobName> = { readonly name: N; readonly ask: Jobs[N]['ask'] };

/** `null`: it threw. No error text crosses. */
export type Outcome<N extends JobName = JobName> = { readonly answer: Jobs[N]['answer'] } | null;

type Perform<N extends JobName> = (ask: Jobs[N]['ask'], logN: number) => Promise<Jobs[N]['answer']>;

const PERFORM: { readonly [N in JobName]: Perform<N> } = {
  make: async ({ passphrase }, logN) => wrapped(await newIdentity(), passphrase, logN),

  open: openAny,

  change: async (ask, logN) => {
    const identity = await openAny(ask);
    if (identity === null) return null;
    const { slot } = await wrappedAndOpened(identity, ask.next, logN);
    return { identity, slot };
  },

  'start-over': async (ask, logN) => {
    const identity = await openAny(ask);
    if (identity === null) return null;
    return { identity, next: await wrappedAndOpened(await newIdentity(), ask.next, logN) };
  },

  'write-backup': async ({ tokens, notes, slots, passphrase }, logN) => {
    if ((await openAny({ slots, passphrase })) === null) return null;
    const created = new Date().toISOString();
    return sealBackup({ created, contents: tokens.map(contentOf), tokens, notes }, passphrase, logN);
  },

  'read-backup': ({ file, passphrase }) => openBackup(file, passphrase),
};

/**
 * Does a job: about a second for each slot or backup that it opens or makes.
 * @param logN scrypt's work factor
 * @throws Error if no slot opened and one was damaged, or if what was made does not open again
 */
export function perform<N extends JobName>(
  { name, ask }: Job<N>,
  logN: number = LOG_N,
): Promise<Jobs[N]['answer']> {
  return PERFORM[name](ask, logN);
}

/** Tries slot after slot. One that is damaged does not stand in the way of the next. */
async function openAny({ slots, passphrase }: Attempt): Promise<string | null> {
  const damage: unknown[] = [];
  for (const slot of slots) {
    try {
      const identity = await openPassphraseSlot(base64.decode(slot), passphrase);
      if (identity !== null) return identity;
    } catch (error) {
      damage.push(error);
    }
  }
  if (damage.length > 0) throw new AggregateError(damage, 'A passphrase slot is damaged.');
  return null;
}

async function wrapped(identity: string, passphrase: string, logN: number): Promise<NewVault> {
  const slot = base64.encode(await makePassphraseSlot(identity, passphrase, logN));
  return { identity, recipient: await identityToRecipient(identity), slot };
}

/** Before a slot takes the place of another one, it has shown that it opens. */
async function wrappedAndOpened(identity: string, passphrase: string, logN: number): Promise<NewVault> {
  const made = await wrapped(identity, passphrase, logN);
  const opened = await openAny({ slots: [made.slot], passphrase });
  if (opened !== identity) throw new Error('The new passphrase slot does not open.');
  return made;
}

function contentOf({ id, name, origin, ends }: BackupToken): Content {
  return { id, name, host: URL.canParse(origin) ? new URL(origin).host : origin, ends };
}
