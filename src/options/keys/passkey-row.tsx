import { useEffect, useId, useState } from 'preact/hooks';
import browser, { send } from '../../browser';
import type { Passkey } from '../../messages/protocol';
import { text } from '../../text/text';
import { Ask } from '../../ui/ask';
import { failureLine } from '../../ui/failure';
import { useAttempt } from '../../ui/passphrase/attempt';
import { canUsePasskeys } from '../../ui/passphrase/passkey';
import { longDay } from '../../ui/time';
import { FormRow, RowForm } from '../form-row';
import { Setting } from '../setting';
import { CurrentPassphraseField } from './current-passphrase';
import { addPasskey } from './deeds';
import { Gate } from './gate';
import type { RowProps } from './rows';
import { passkeyAbout } from './words';

const NONE: readonly Passkey[] = [];

/** Whether this browser lets an extension use passkeys; `null` until known. */
function useCan(): boolean | null {
  const [can, setCan] = useState<boolean | null>(null);
  useEffect(() => void canUsePasskeys().then(setCan), []);
  return can;
}

export function PasskeyRow({ status, slots, open, setOpen, said, onDone }: RowProps) {
  const can = useCan();
  const firefox = browser.runtime.getURL('').startsWith('moz-extension:');
  const about = passkeyAbout(can, firefox, slots?.unknown ?? 0);
  const passkeys = slots?.passkeys ?? NONE;
  const list = passkeys.length > 0 && (
    <Passkeys passkeys={passkeys} onRemoved={() => onDone(text('passkey_removed'))} />
  );
  if (can !== true) return <Setting title={text('passkey_title')} about={about} below={list || undefined} />;
  return (
    <FormRow
      title={text('passkey_title')}
      about={about}
      opens={text('passkey_add')}
      {...{ open, setOpen, said }}
      before={list}
    >
      <Gate vault={status.vault}>
        <AddForm onDone={() => onDone(text('passkey_added'))} onCancel={() => setOpen(false)} />
      </Gate>
    </FormRow>
  );
}

function AddForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const current = useAttempt();
  const submit = async () => {
    const complaint = await current.run(() => addPasskey(current.value));
    if (complaint === null) onDone();
  };
  return (
    <RowForm
      does={text('passkey_add')}
      busyWords={text('passkey_add_busy')}
      busy={current.busy}
      problem={current.problem}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <p class="muted">{text('passkey_add_note')}</p>
      <div class="row-form-fields">
        <CurrentPassphraseField current={current} />
      </div>
    </RowForm>
  );
}

function Passkeys({ passkeys, onRemoved }: { passkeys: readonly Passkey[]; onRemoved: () => void }) {
  return (
    <ul class="passkeys" aria-label={text('passkey_list')}>
      {passkeys.map((passkey) => (
        <PasskeyItem key={passkey.credentialId} {...{ passkey, onRemoved }} />
      ))}
    </ul>
  );
}

function PasskeyItem({ passkey, onRemoved }: { passkey: Passkey; onRemoved: () => void }) {
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const id = useId();
  const date = longDay(passkey.created);

  async function remove(): Promise<void> {
    const answer = await send('ui:remove-passkey', { credentialId: passkey.credentialId });
    setAsking(false);
    setWrong(answer.ok ? null : failureLine(answer.failure));
    if (answer.ok) onRemoved();
  }

  return (
    <li>
      <span id={id}>{text('passkey_of', { date })}</span>
      {asking ? (
        <Ask
          question={text('passkey_remove_question', { date })}
          yes={text('passkey_remove_yes')}
          onYes={() => void remove()}
          onKeep={() => setAsking(false)}
        />
      ) : (
        <button
          class="btn btn-s btn-quiet btn-loss"
          type="button"
          aria-describedby={id}
          onClick={() => setAsking(true)}
        >
          {text('passkey_remove')}
        </button>
      )}
      {wrong !== null && (
        <p class="help help-loss" role="alert">
          {wrong}
        </p>
      )}
    </li>
  );
}
