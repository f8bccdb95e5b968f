import { useEffect, useState } from 'preact/hooks';
import browser from '../browser';
import { Switch } from './setting';

type Optional = 'clipboardRead' | 'notifications';

/** What the browser says of an optional permission, and asking it for another answer. */
function usePermission(name: Optional) {
  const [granted, setGranted] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  const permissions = { permissions: [name] };

  useEffect(() => {
    const look = () => void browser.permissions.contains(permissions).then(setGranted);
    look();
    browser.permissions.onAdded.addListener(look);
    browser.permissions.onRemoved.addListener(look);
    return () => {
      browser.permissions.onAdded.removeListener(look);
      browser.permissions.onRemoved.removeListener(look);
    };
  }, [name]);

  /** The browser asks in a click only, before anything is awaited. */
  async function ask(on: boolean): Promise<void> {
    const done = on ? browser.permissions.request(permissions) : browser.permissions.remove(permissions);
    // Somebody else may decide it, as on a managed computer.
    const taken = await done.catch(() => false);
    setRefused(on && !taken);
    setGranted(taken ? on : !on);
  }
  return { granted, refused, ask };
}

type Props = {
  readonly permission: Optional;
  readonly title: string;
  readonly about: string;
  /** What is said where the browser, or the user, did not allow it. */
  readonly refusedWords: string;
};

/** The switch is the browser's permission itself, which the user can also change in the browser. */
export function PermissionSwitch({ permission, title, about, refusedWords }: Props) {
  const { granted, refused, ask } = usePermission(permission);
  if (granted === null) return null;
  return (
    <Switch
      {...{ title, about }}
      on={granted}
      onChange={(on) => void ask(on)}
      below={
        <p class="small" role="status">
          {refused && refusedWords}
        </p>
      }
    />
  );
}
