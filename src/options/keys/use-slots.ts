/** What wraps the vault's key, for the lines that change it. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Slots, Status } from '../../messages/protocol';

/** `null` until known, and where there is no vault. Read anew when a new key took the place of the old one. */
export function useSlots({ vault, resealing }: Status): {
  slots: Slots | null;
  readSlots: () => Promise<void>;
} {
  const [slots, setSlots] = useState<Slots | null>(null);
  const readSlots = useCallback(async () => {
    const answer = await send('ui:slots', null);
    setSlots(answer.ok ? answer.value : null);
  }, []);
  const sealing = resealing !== null;
  useEffect(() => void readSlots(), [vault, sealing, readSlots]);
  return { slots, readSlots };
}
