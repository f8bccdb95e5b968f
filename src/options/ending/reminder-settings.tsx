import { useEffect, useId, useState } from 'preact/hooks';
import browser, { send } from '../../browser';
import type { Failure, Settings } from '../../messages/protocol';
import { text } from '../../text/text';
import { failureWords } from '../../ui/failure';
import { FailureNote } from '../../ui/failure-note';
import { Setting, Switch } from '../setting';

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
        <NotificationSwitch />
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

const PERMISSION = { permissions: ['notifications' as const] };

/** The permission is the switch: the browser keeps it, and may take it back. */
function NotificationSwitch() {
  const id = useId();
  const [on, setOn] = useState(false);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const read = () => void browser.permissions.contains(PERMISSION).then(setOn);
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);

  /** Asks before anything is awaited: the browser answers only to a click. */
  async function change(wanted: boolean): Promise<void> {
    const done = wanted
      ? await browser.permissions.request(PERMISSION).catch(() => false)
      : await browser.permissions.remove(PERMISSION).catch(() => false);
    setRefused(wanted && !done);
    setOn(wanted === done);
  }

  return (
    <Setting
      title={text('ending_notify')}
      about={text('ending_notify_about')}
      id={id}
      below={
        <p class="help" role="status">
          {refused && text('ending_notify_refused')}
        </p>
      }
    >
      <input
        class="check"
        type="checkbox"
        aria-labelledby={id}
        aria-describedby={`${id}-about`}
        checked={on}
        onChange={({ currentTarget }) => void change(currentTarget.checked)}
      />
    </Setting>
  );
}
