import { useId, useState } from 'preact/hooks';
import { send } from '../browser';
import type { Settings, Status } from '../messages/protocol';
import { AWAY_MINUTES, tellsScreenLock } from '../screen-lock';
import { counted, text } from '../text/text';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { HeldList } from '../ui/held-list';
import { Icon } from '../ui/mark';
import { UnlockForm } from '../ui/passphrase/unlock-form';
import { Problems } from '../ui/problems/problems';
import { Repair } from '../ui/repair/repair';
import { lockedWhen, locksWhen, tokenCount } from '../ui/time';
import { ClipboardRows } from './clipboard-rows';
import { Keys } from './keys/keys';
import { Setting, Switch } from './setting';
import { useSettings } from './use-settings';
import { useKey } from './use-key';

const LOCK_AFTER: readonly Settings['lockAfter'][] = [1, 5, 10, 30, 60, null];

function lockAfterWords(minutes: Settings['lockAfter']): string {
  if (minutes === null) return text('locking_after_browser');
  return minutes < 60
    ? counted('locking_after_minutes', minutes)
    : counted('locking_after_hours', minutes / 60);
}

/** The switch of what the browser tells of the screen. */
function screenWords(): { readonly title: string; readonly about: string } {
  if (tellsScreenLock()) return { title: text('locking_screen'), about: text('locking_screen_about') };
  return { title: text('locking_untold'), about: counted('locking_untold_about', AWAY_MINUTES) };
}

type Props = { readonly status: Status | null; readonly now: Date; readonly refresh: () => void };

/** The vault's state, and when it locks. */
export function Locking({ status, now, refresh }: Props) {
  const { settings, failure, set } = useSettings(refresh);
  const [repaired, setRepaired] = useState(false);

  return (
    <section class="part" id="vault" aria-labelledby="vault-title">
      <h2 id="vault-title">{text('options_vault')}</h2>
      <p class="lede">{text('locking_lede')}</p>
      {failure && <FailureNote words={failureWords(failure)} />}
      {status?.vault === 'broken' && (
        <Broken
          {...{ status, now, refresh }}
          onRepaired={() => {
            setRepaired(true);
            refresh();
          }}
        />
      )}
      <p class="ok repaired" role="status">
        {repaired && status?.vault === 'unlocked' && (
          <>
            <Icon is="check" />
            {text('repair_done')}
          </>
        )}
      </p>
      {status?.vault === 'unlocked' && <Problems {...{ status, refresh }} />}
      <div class="set">
        {status && status.vault !== 'broken' && <VaultState {...{ status, now, refresh }} />}
        {/* What comes later above it would move it under somebody's pointer. */}
        {status && settings && <Choices {...{ settings, set }} />}
        {hasKeys(status) && <Keys {...{ status, refresh }} />}
      </div>
    </section>
  );
}

/** There is a vault whose key can be changed. */
function hasKeys(status: Status | null): status is Status {
  return status?.vault === 'locked' || status?.vault === 'unlocked';
}

type BrokenProps = Props & { readonly status: Status; readonly onRepaired: () => void };

/** What waits unsaved stands above the repair, as it does everywhere. */
function Broken({ status, now, refresh, onRepaired }: BrokenProps) {
  const { held, vault, trouble } = status;
  return (
    <>
      <HeldList {...{ held, vault, now }} onDone={refresh} />
      <Repair trouble={trouble} focused={false} onRepaired={onRepaired} />
    </>
  );
}

function VaultState({ status, now, refresh }: { status: Status; now: Date; refresh: () => void }) {
  if (status.vault === 'none')
    return (
      <Setting title={text('locking_no_vault')} about={text('locking_no_vault_about')}>
        <a class="btn btn-primary" href="../welcome/welcome.html">
          {text('locking_create')}
        </a>
      </Setting>
    );
  if (status.vault === 'locked')
    return (
      <Setting
        title={lockedWhen(status.lockedAt, now)}
        about={text('locking_locked_about', { tokens: tokenCount(status.count) })}
      >
        <UnlockForm onOpen={refresh} focused={false} resealing={status.resealing !== null} />
      </Setting>
    );
  return <UnlockedState {...{ status, now, refresh }} />;
}

function UnlockedState({ status, now, refresh }: { status: Status; now: Date; refresh: () => void }) {
  const key = useKey('lock');
  const tokens = tokenCount(status.count);
  const when = locksWhen(status.locksAt, now);
  return (
    <Setting
      title={text('locking_unlocked')}
      about={
        key === ''
          ? text('locking_unlocked_about', { tokens, when })
          : text('locking_unlocked_about_key', { tokens, when, key })
      }
    >
      <button class="btn" type="button" onClick={() => void send('ui:lock', null).then(refresh)}>
        {text('locking_lock')}
      </button>
    </Setting>
  );
}

function Choices({ settings, set }: { settings: Settings; set: (change: Partial<Settings>) => void }) {
  const id = useId();
  return (
    <>
      <Setting title={text('locking_after')} about={text('locking_after_about')} id={id}>
        <select
          class="field"
          aria-labelledby={id}
          aria-describedby={`${id}-about`}
          value={String(settings.lockAfter)}
          onChange={({ currentTarget }) =>
            set({ lockAfter: LOCK_AFTER[currentTarget.selectedIndex] ?? null })
          }
        >
          {LOCK_AFTER.map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {lockAfterWords(minutes)}
            </option>
          ))}
        </select>
      </Setting>
      <Switch
        {...screenWords()}
        on={settings.lockWithScreen}
        onChange={(lockWithScreen) => set({ lockWithScreen })}
      />
      <ClipboardRows {...{ settings, set }} />
      <Switch
        title={text('locking_hold')}
        about={text('locking_hold_about')}
        on={settings.hold}
        onChange={(hold) => set({ hold })}
      />
      <Switch
        title={text('locking_leave')}
        about={text('locking_leave_about')}
        on={settings.leaveGuard}
        onChange={(leaveGuard) => set({ leaveGuard })}
      />
    </>
  );
}
