import { text } from '../../text/text';
import { failureWords } from '../../ui/failure';
import { FailureNote } from '../../ui/failure-note';
import { PermissionSwitch } from '../permission-switch';
import { Switch } from '../setting';
import { useSettings } from '../use-settings';

/** Where reminders come, beside the toolbar. */
export function ReminderSettings() {
  const { settings, failure, set } = useSettings();

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
            onChange={(daysInClear) => set({ daysInClear })}
          />
        )}
      </div>
    </>
  );
}
