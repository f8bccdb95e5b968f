/** Making the vault, from a passphrase that was found good enough. */
import { useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Failure } from '../../messages/protocol';
import { makeVault } from './work';

export type Creating = {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Takes about a second. */
  readonly create: (passphrase: string) => Promise<void>;
};

/** @param onEnd called when the vault exists: `made` is ours, `exists` another page's */
export function useCreateVault(onEnd: (end: 'made' | 'exists') => void): Creating {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function create(passphrase: string): Promise<void> {
    setBusy(true);
    setFailure(null);
    const answer = await makeVault(passphrase).then(
      (made) => send('ui:create', made),
      // The worker did not run; nothing was stored, and a second try may find memory enough.
      () => ({ ok: false, failure: 'storage' }) as const,
    );
    setBusy(false);
    if (!answer.ok) setFailure(answer.failure);
    if (answer.ok) onEnd('made');
    else if (answer.failure === 'vault-exists') onEnd('exists');
  }

  return { busy, failure, create };
}
