/** Making the vault, from a passphrase that was found good enough. */
import { useState } from 'preact/hooks';
import { send } from '../../browser';
import { text } from '../../text/text';
import { type FailureWords, failureWords } from '../failure';
import { keepStorage } from '../persistence';
import { makeVault } from './work';

/** `exists`: another page was first. */
export type Making = 'begun' | 'made' | 'exists' | 'failed';

export type Creating = {
  readonly busy: boolean;
  readonly problem: FailureWords | null;
  /** Takes about a second. */
  readonly create: (passphrase: string) => Promise<void>;
};

/** The worker did not run: most likely it did not get its 256 MiB. */
const noKey = (): FailureWords => ({
  what: text('passphrase_create_no_key_what'),
  safe: text('passphrase_create_no_key_safe'),
  next: text('passphrase_create_no_key_next'),
});

/** @param onMaking called as the making goes on: the vault may be seen before its answer is here */
export function useCreateVault(onMaking: (making: Making) => void): Creating {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FailureWords | null>(null);

  async function create(passphrase: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    onMaking('begun');
    const made = await makeVault(passphrase).catch(() => null);
    const answer = made && (await send('ui:create', made));
    setBusy(false);
    if (answer?.ok) {
      void keepStorage();
      return onMaking('made');
    }
    setProblem(answer ? failureWords(answer.failure) : noKey());
    onMaking(answer?.failure === 'vault-exists' ? 'exists' : 'failed');
  }

  return { busy, problem, create };
}
