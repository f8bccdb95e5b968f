import { useEffect, useState } from 'preact/hooks';
import { send } from '../../browser';
import type { Failure, Settings } from '../../messages/protocol';
import { text } from '../../text/text';
import { failureWords } from '../../ui/failure';
import { FailureNote } from '../../ui/failure-note';
import { PermissionSwitch } from '../permission-switch';
import { Switch } from '../setting';

/** Where reminders come, beside the toolbar. */
export function ReminderSettings() {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function set(change: Partial<Settings> | null): Promise<void> {
    const answer = change ? await send('ui:set-settings', change) : await send('ui:settings', null);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setSettings(answer.value);
  }
  useEffect(() => void set(null), []);

  return (
    <>
      {failure && <FailureNote words={failureWords(failure)} />}
      <div class="set">
        <PermissionSwitch
          permission="notifications"
          title={text('ending_notify')}
          about={text('ending_notify_about')}
          refusedWords={text('ending_notify_refused')}
        />
        {settings && (
          <Switch
            title={text('ending_days')}
            about={text('ending_days_about')}
            on={settings.daysInClear}
            onChange={(daysInClear) => void set({ daysInClear })}
          />
        )}
      </div>
    </>
  );
}
