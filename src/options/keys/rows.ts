/** What the lines about the vault's key have in common. At most one of their forms is open. */
import type { Slots, Status } from '../../messages/protocol';

export type RowName = 'passphrase' | 'start-over' | 'passkey';

export type RowProps = {
  readonly status: Status;
  readonly slots: Slots | null;
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
  /** What came of it: forgotten as soon as another line is opened. */
  readonly said: string;
  /** Closes the form, says this, and reads everything anew. */
  readonly onDone: (words: string) => void;
};
