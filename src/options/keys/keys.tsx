import { useState } from 'preact/hooks';
import type { Status } from '../../messages/protocol';
import { PasskeyRow } from './passkey-row';
import { PassphraseRow } from './passphrase-row';
import type { RowName } from './rows';
import { StartOverRow } from './start-over-row';
import { useSlots } from './use-slots';

/** The lines about what opens the vault, and about where it is kept. */
export function Keys({ status, refresh }: { status: Status; refresh: () => void }) {
  const { slots, readSlots } = useSlots(status);
  const [open, setOpen] = useState<RowName | null>(null);
  const [said, setSaid] = useState<{ row: RowName; words: string } | null>(null);
  const rowOf = (row: RowName) => ({
    status,
    slots,
    open: open === row,
    setOpen: (wanted: boolean) => {
      setOpen(wanted ? row : null);
      setSaid(null);
    },
    said: said?.row === row ? said.words : '',
    onDone: (words: string) => {
      setOpen(null);
      setSaid({ row, words });
      void readSlots();
      refresh();
    },
  });
  return (
    <>
      <PassphraseRow {...rowOf('passphrase')} />
      <StartOverRow {...rowOf('start-over')} />
      <PasskeyRow {...rowOf('passkey')} />
    </>
  );
}
