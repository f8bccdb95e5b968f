/** What the options page shows of an open vault: the user's notes, and which tokens have which scope. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { send } from '../browser';
import type { OwnNote, Status } from '../messages/protocol';
import type { ScopeUse } from './scope-rows';

export type VaultView = {
  readonly use: ScopeUse;
  readonly notes: readonly OwnNote[];
  /** Asks for the notes again, after one was changed. */
  readonly readNotes: () => Promise<void>;
};

const NO_USE: ScopeUse = {};
const NO_NOTES: readonly OwnNote[] = [];

/** Empty as long as the vault is not open, and emptied when it locks. */
export function useVaultView(status: Status | null): VaultView {
  const [use, setUse] = useState(NO_USE);
  const [notes, setNotes] = useState(NO_NOTES);
  const open = status?.vault === 'unlocked';
  const count = status?.count;

  const readNotes = useCallback(async () => {
    const answer = await send('ui:notes', null);
    if (answer.ok) setNotes(answer.value);
  }, []);

  useEffect(() => {
    if (!open) {
      setUse(NO_USE);
      setNotes(NO_NOTES);
      return;
    }
    void readNotes();
    void send('ui:scope-use', null).then((answer) => answer.ok && setUse(answer.value));
  }, [open, count, readNotes]);

  return { use, notes, readNotes };
}
