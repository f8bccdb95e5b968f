import { useId } from 'preact/hooks';
import type { Settings } from '../messages/protocol';
import { counted, text } from '../text/text';
import { PermissionSwitch } from './permission-switch';
import { Setting } from './setting';

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
      <PermissionSwitch
        permission="clipboardRead"
        title={text('clipboard_compare')}
        about={text('clipboard_compare_about')}
        refusedWords={text('clipboard_compare_refused')}
      />
    </>
  );
}
