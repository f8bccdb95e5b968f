import { useEffect, useId, useState } from 'preact/hooks';
import browser from '../browser';
import type { Settings } from '../messages/protocol';
import { counted, text } from '../text/text';
import { Setting, Switch } from './setting';

const CLEAR_AFTER: readonly Settings['clearClipboard'][] = [15, 30, 45, 120, null];

function words(seconds: Settings['clearClipboard']): string {
  if (seconds === null) return text('clipboard_never');
  return seconds < 60
    ? counted('clipboard_after_seconds', seconds)
    : counted('clipboard_after_minutes', seconds / 60);
}

type Props = { readonly settings: Settings; readonly set: (change: Partial<Settings>) => void };

/** When a copy is cleared, and whether it is compared before. */
export function ClipboardRows({ settings, set }: Props) {
  const id = useId();
  return (
    <>
      <Setting title={text('clipboard_clear')} about={text('clipboard_clear_about')} id={id}>
        <select
          class="field"
          aria-labelledby={id}
          aria-describedby={`${id}-about`}
          value={String(settings.clearClipboard)}
          onChange={({ currentTarget }) =>
            set({ clearClipboard: CLEAR_AFTER[currentTarget.selectedIndex] ?? null })
          }
        >
          {CLEAR_AFTER.map((seconds) => (
            <option key={seconds} value={String(seconds)}>
              {words(seconds)}
            </option>
          ))}
        </select>
      </Setting>
      <Compare />
    </>
  );
}

const READING: Parameters<typeof browser.permissions.request>[0] = { permissions: ['clipboardRead'] };

/** The switch is the browser's permission itself, which the user can also change in the browser. */
function Compare() {
  const { granted, refused, ask } = useReading();
  if (granted === null) return null;
  return (
    <Switch
      title={text('clipboard_compare')}
      about={text('clipboard_compare_about')}
      on={granted}
      onChange={(on) => void ask(on)}
      below={
        <p class="small" role="status">
          {refused && text('clipboard_compare_refused')}
        </p>
      }
    />
  );
}

function useReading() {
  const [granted, setGranted] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);

  useEffect(() => {
    const look = () => void browser.permissions.contains(READING).then(setGranted);
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, []);

  /** The browser asks in a click only, before anything is awaited. */
  async function ask(on: boolean): Promise<void> {
    // Somebody else may decide it, as on a managed computer.
    const done = on ? browser.permissions.request(READING) : browser.permissions.remove(READING);
    const taken = await done.catch(() => false);
    setRefused(on && !taken);
    setGranted(taken ? on : !on);
  }
  return { granted, refused, ask };
}
