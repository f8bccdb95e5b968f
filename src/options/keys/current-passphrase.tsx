import { text } from '../../text/text';
import type { Attempt } from '../../ui/passphrase/attempt';
import { PassphraseField } from '../../ui/passphrase/field';

/** The current passphrase, typed once more. */
export function CurrentPassphraseField({ current }: { current: Attempt }) {
  const { value, setValue, busy, wrong, field } = current;
  return (
    <PassphraseField
      label={text('keys_current')}
      {...{ value, busy, wrong, field }}
      onValue={setValue}
      fresh={false}
    />
  );
}
