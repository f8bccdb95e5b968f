import { useEffect, useState } from 'preact/hooks';
import { send } from '../browser';
import type { Failure, Settings } from '../messages/protocol';

/** The stored settings, `null` until they are here, and why the last question for them had no answer. */
export function useSettings(onAnswer: () => void = () => undefined) {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function ask(change: Partial<Settings> | null): Promise<void> {
    const answer = change ? await send('ui:set-settings', change) : await send('ui:settings', null);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setSettings(answer.value);
    onAnswer();
  }
  useEffect(() => void ask(null), []);

  return { settings, failure, set: (change: Partial<Settings>) => void ask(change) };
}
