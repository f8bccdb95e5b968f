/** Making the vault, from a passphrase that was found good enough. */
import { useState } from 'preact/hooks';
import { send } from '../../browser';
import { FAILURES, type FailureWords } from '../failure';
import { makeVault } from './work';

export type Creating = {
  readonly busy: boolean;
  readonly problem: FailureWords | null;
  /** Takes about a second. */
  readonly create: (passphrase: string) => Promise<void>;
};

/** The worker did not run: most likely it did not get its 256 MiB. */
const NO_KEY: FailureWords = {
  what: 'The key could not be made.',
  safe: 'Nothing was stored, and the passphrase is still typed in.',
  next: 'Close other programs if memory is short, then try again.',
};

/** @param onEnd called when the vault exists: `made` is ours, `exists` another page's */
export function useCreateVault(onEnd: (end: 'made' | 'exists') => void): Creating {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<FailureWords | null>(null);

  async function create(passphrase: string): Promise<void> {
    setBusy(true);
    setProblem(null);
    const made = await makeVault(passphrase).catch(() => null);
    const answer = made && (await send('ui:create', made));
    setBusy(false);
    if (answer?.ok) return onEnd('made');
    setProblem(answer ? FAILURES[answer.failure] : NO_KEY);
    if (answer?.failure === 'vault-exists') onEnd('exists');
  }

  return { busy, problem, create };
}
