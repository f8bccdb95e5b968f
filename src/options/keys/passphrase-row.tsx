import { rich } from '../../text/rich';
import { text } from '../../text/text';
import { FormRow } from '../form-row';
import { change } from './deeds';
import { Gate } from './gate';
import { NewPassphraseForm } from './new-passphrase-form';
import type { RowProps } from './rows';
import { passphraseAbout } from './words';

export function PassphraseRow({ status, slots, open, setOpen, said, onDone }: RowProps) {
  return (
    <FormRow
      title={text('keys_passphrase')}
      about={passphraseAbout(slots?.chosen ?? null)}
      opens={text('keys_change')}
      {...{ open, setOpen, said }}
    >
      <Gate vault={status.vault}>
        <NewPassphraseForm
          does={text('keys_change')}
          busyWords={text('keys_change_busy')}
          deed={change}
          onDone={() => onDone(text('keys_changed'))}
          onCancel={() => setOpen(false)}
        >
          <p class="muted">
            {rich('keys_change_note', {
              action: <span class="strong">{text('keys_start_over')}</span>,
            })}
          </p>
        </NewPassphraseForm>
      </Gate>
    </FormRow>
  );
}
