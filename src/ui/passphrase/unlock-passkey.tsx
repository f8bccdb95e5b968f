import { useEffect, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Passkey } from '../../messages/protocol';
import { text } from '../../text/text';
import { failureWords } from '../failure';
import { openInTab, useInTab } from '../in-tab';
import { Icon } from '../mark';
import type { Complaint } from './attempt';
import { askPasskey, canUsePasskeys, identityFromPasskey } from './passkey';
import { passkeyDamagedWords, passkeyFailureWords } from './unlock-words';

/** The vault's passkeys, if this browser lets us use them. */
function usePasskeys(): readonly Passkey[] {
  const [passkeys, setPasskeys] = useState<readonly Passkey[]>([]);
  useEffect(() => {
    void canUsePasskeys().then(async (can) => {
      if (!can) return;
      const answer = await send('ui:slots', null);
      if (answer.ok) setPasskeys(answer.value.passkeys);
    });
  }, []);
  return passkeys;
}

/** Opens the vault with a passkey; `null` when it is open. */
async function unlockWith(passkeys: readonly Passkey[]): Promise<Complaint | null> {
  const asked = await askPasskey(passkeys);
  if (!asked.ok) return { wrong: passkeyFailureWords(asked.failure) };
  const identity = await identityFromPasskey(asked.passkey, asked.prf);
  asked.prf.fill(0);
  if (identity === null) return { wrong: passkeyDamagedWords() };
  const answer = await send('ui:unlock', { identity });
  return answer.ok ? null : { problem: failureWords(answer.failure) };
}

/** Drawn only where there is a passkey. The browser's question would close a popup, so that opens a tab. */
export function UnlockPasskey({
  busy,
  run,
}: {
  busy: boolean;
  run: (deed: () => Promise<Complaint | null>) => void;
}) {
  const passkeys = usePasskeys();
  const inTab = useInTab();
  if (passkeys.length === 0 || inTab === null) return null;
  const open = () => (inTab ? run(() => unlockWith(passkeys)) : openInTab('src/options/options.html#vault'));
  return (
    <button class="btn btn-wide" type="button" aria-disabled={busy} onClick={() => !busy && open()}>
      <Icon is="key" />
      {text('unlock_passkey')}
    </button>
  );
}
