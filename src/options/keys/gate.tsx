import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Status } from '../../messages/protocol';
import { text } from '../../text/text';

/** Leads to the one form that unlocks, further up; what was asked for appears here once the vault is open. */
export function Gate({ vault, children }: { vault: Status['vault']; children: ComponentChildren }) {
  const open = vault === 'unlocked';
  useEffect(() => {
    if (!open) document.querySelector<HTMLElement>('#vault .unlock input')?.focus();
  }, [open]);
  if (open) return <>{children}</>;
  return <p class="help">{text('keys_gate')}</p>;
}
