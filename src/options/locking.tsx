import { useEffect, useId, useState } from 'preact/hooks';
import { send } from '../browser';
import type { Failure, Settings, Status } from '../messages/protocol';
import { AWAY_MINUTES, tellsScreenLock } from '../screen-lock';
import { text } from '../text/text';
import { failureWords } from '../ui/failure';
import { FailureNote } from '../ui/failure-note';
import { HeldList } from '../ui/held-list';
import { Icon } from '../ui/mark';
import { UnlockForm } from '../ui/passphrase/unlock-form';
import { Problems } from '../ui/problems/problems';
import { Repair } from '../ui/repair/repair';
import { lockedWhen, locksWhen, tokenCount } from '../ui/time';
import { Keys } from './keys/keys';
import { Setting, Switch } from './setting';
import { useKey } from './use-key';

const LOCK_AFTER: readonly (readonly [minutes: Settings['lockAfter'], words: string])[] = [
  [1, '1 minute'],
  [5, '5 minutes'],
  [10, '10 minutes'],
  [30, '30 minutes'],
  [60, '1 hour'],
  [null, 'Only with the browser'],
];

const SCREEN = {
  told: { title: 'Lock with the screen', about: "When this computer's screen is locked." },
  untold: {
    title: 'Lock when nobody is here',
    about: `After ${AWAY_MINUTES} minutes without mouse and keyboard. This browser does not tell when the screen is locked.`,
  },
} as const;

type Props = { readonly status: Status | null; readonly now: Date; readonly refresh: () => void };

/** The vault's state, and when it locks. */
export function Locking({ status, now, refresh }: Props) {
  const [settings, setSettings] = useState<Settings | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [repaired, setRepaired] = useState(false);

  async function set(change: Partial<Settings> | null): Promise<void> {
    const answer = change ? await send('ui:set-settings', change) : await send('ui:settings', null);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setSettings(answer.value);
    refresh();
  }
  useEffect(() => void set(null), []);

  return (
    <section class="part" id="vault" aria-labelledby="vault-title">
      <h2 id="vault-title">Vault and locking</h2>
      <p class="lede">A locked vault still saves. It asks for the passphrase only when a token is used.</p>
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
        {settings && <Choices settings={settings} set={(change) => void set(change)} />}
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
      <Setting title="No vault yet" about="It is made with a passphrase that only you know.">
        <a class="btn btn-primary" href="../welcome/welcome.html">
          Create the vault
        </a>
      </Setting>
    );
  if (status.vault === 'locked')
    return (
      <Setting title={lockedWhen(status.lockedAt, now)} about={`${tokenCount(status.count)}, encrypted.`}>
        <UnlockForm onOpen={refresh} focused={false} resealing={status.resealing !== null} />
      </Setting>
    );
  return <UnlockedState {...{ status, now, refresh }} />;
}

function UnlockedState({ status, now, refresh }: { status: Status; now: Date; refresh: () => void }) {
  const key = useKey('lock');
  const when = locksWhen(status.locksAt, now);
  return (
    <Setting
      title="Unlocked"
      about={`${tokenCount(status.count)}. ${when}${key === '' ? '' : `, or with ${key}`}.`}
    >
      <button class="btn" type="button" onClick={() => void send('ui:lock', null).then(refresh)}>
        Lock
      </button>
    </Setting>
  );
}

function Choices({ settings, set }: { settings: Settings; set: (change: Partial<Settings>) => void }) {
  const id = useId();
  return (
    <>
      <Setting title="Lock after" about="Counted from the last use, also through sleep." id={id}>
        <select
          class="field"
          aria-labelledby={id}
          aria-describedby={`${id}-about`}
          value={String(settings.lockAfter)}
          onChange={({ currentTarget }) =>
            set({ lockAfter: LOCK_AFTER[currentTarget.selectedIndex]?.[0] ?? null })
          }
        >
          {LOCK_AFTER.map(([minutes, words]) => (
            <option key={words} value={String(minutes)}>
              {words}
            </option>
          ))}
        </select>
      </Setting>
      <Switch
        {...SCREEN[tellsScreenLock() ? 'told' : 'untold']}
        on={settings.lockWithScreen}
        onChange={(lockWithScreen) => set({ lockWithScreen })}
      />
      <Switch
        title="Hold unsaved tokens"
        about="Up to ten minutes after the page is gone: encrypted like saved ones, or in memory while there is no vault, and always in memory from private windows."
        on={settings.hold}
        onChange={(hold) => set({ hold })}
      />
      <Switch
        title="Ask before leaving"
        about="When a page that shows an unsaved token is closed."
        on={settings.leaveGuard}
        onChange={(leaveGuard) => set({ leaveGuard })}
      />
    </>
  );
}
