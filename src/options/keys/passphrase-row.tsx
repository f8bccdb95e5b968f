import { FormRow } from '../form-row';
import { change } from './deeds';
import { Gate } from './gate';
import { NewPassphraseForm } from './new-passphrase-form';
import type { RowProps } from './rows';
import { CHANGED, passphraseAbout } from './words';

export function PassphraseRow({ status, slots, open, setOpen, said, onDone }: RowProps) {
  return (
    <FormRow
      title="Passphrase"
      about={passphraseAbout(slots?.chosen ?? null)}
      opens="Change passphrase"
      {...{ open, setOpen, said }}
    >
      <Gate vault={status.vault}>
        <NewPassphraseForm
          does="Change passphrase"
          busyWords="Opening the key and wrapping it anew. This takes a few seconds, on purpose."
          deed={change}
          onDone={() => onDone(CHANGED)}
          onCancel={() => setOpen(false)}
        >
          <p class="muted">
            The key stays the same: a copy of this disk from before still opens with the old passphrase. If
            somebody may have such a copy and know the passphrase, use{' '}
            <span class="strong">Start over with a new key</span> below.
          </p>
        </NewPassphraseForm>
      </Gate>
    </FormRow>
  );
}
