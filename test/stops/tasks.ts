/** What the worker does, by name: each task is what the background does for one message, or a look at what is there. */
import { base64 } from '@scure/base';
import { backupTokens, restore } from '../../src/background/backup';
import { changing, inTurn } from '../../src/background/changing';
import { deleteToken } from '../../src/background/deleting';
import { heldTokens, hold } from '../../src/background/held';
import { allTokens } from '../../src/background/listing';
import { allNotes, setNote } from '../../src/background/notes';
import { adoptOrphans } from '../../src/background/orphans';
import { reconcile } from '../../src/background/reconcile';
import { goOn, isResealing, startOver } from '../../src/background/reseal';
import { save, saveHeld, sealWaiting } from '../../src/background/saving';
import { changePassphrase, slots } from '../../src/background/slots';
import { existingHeader } from '../../src/background/standing';
import { create, lock, unlock } from '../../src/background/unlock';
import { afterUnlock } from '../../src/background/unlocked';
import type { BackupToken, NewVault } from '../../src/messages/protocol';
import { wipeAll } from '../support/background';
import { page, seen, slotOf } from '../support/seen';
import type { Task } from './protocol';

async function saveNamed(name: string): Promise<void> {
  await changing(() => save(seen(name), page));
}

/** All that is saved: name -> secrets under that name. */
async function saved(): Promise<Record<string, string[]>> {
  const { tokens } = await backupTokens(0, 100);
  const found: Record<string, string[]> = {};
  for (const { name, secret } of tokens) (found[name ?? ''] ??= []).push(secret);
  return found;
}

// Each task knows what it is asked by its name; the tests that ask are written beside them.
export const tasks: Readonly<Record<string, Task>> = {
  async wipe() {
    await wipeAll();
    return null;
  },
  async create(key) {
    await changing(async () => {
      await create(key as NewVault);
      await sealWaiting();
    });
    return null;
  },
  async lock() {
    await changing(lock);
    return null;
  },
  /** Begins as the background does. */
  async begin() {
    await changing(reconcile);
    return null;
  },
  async hold(name) {
    await changing(() => hold(seen(name as string), page));
    return null;
  },
  async capture(name, say) {
    await changing(() => hold(seen(name as string), page));
    say('held');
    await saveNamed(name as string);
    return null;
  },
  async save(names) {
    for (const name of names as string[]) await saveNamed(name);
    return null;
  },
  async unlock(identity) {
    await changing(() => unlock(identity as string));
    await changing(adoptOrphans);
    await afterUnlock();
    return null;
  },
  async 'change-passphrase'(ask) {
    const { identity, words } = ask as { identity: string; words: string };
    await inTurn(() => changePassphrase(identity, slotOf(words)));
    return null;
  },
  async 'start-over'(ask, say) {
    const { identity, next } = ask as { identity: string; next: NewVault };
    await inTurn(() => startOver(identity, next));
    say('begun');
    await goOn();
    return null;
  },
  async restore(tokens) {
    return inTurn(() => restore(tokens as BackupToken[], []));
  },
  async delete(name) {
    const token = (await allTokens()).find((each) => each.name === name);
    if (token) await inTurn(() => deleteToken(token.id));
    return null;
  },
  async note(text) {
    await inTurn(() => setNote({ provider: 'zenodo', scope: 'deposit:write', text: text as string }));
    return null;
  },
  async 'save-held'() {
    for (const { id } of await heldTokens()) await changing(() => saveHeld(id));
    return null;
  },
  async look() {
    const notes = await allNotes();
    return { saved: await saved(), notes: notes.map(({ text }) => text), resealing: await isResealing() };
  },
  held: async () => (await heldTokens()).map(({ name }) => name),
  recipient: async () => (await existingHeader()).recipient,
  /** The words of the slots that would be tried. */
  slots: async () => (await slots()).passphrase.map((slot) => new TextDecoder().decode(base64.decode(slot))),
  backup: async () => (await backupTokens(0, 100)).tokens,
};
