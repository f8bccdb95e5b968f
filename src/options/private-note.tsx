import { useEffect, useState } from 'preact/hooks';
import browser from '../browser';

/** Both browsers keep extensions out of private windows until the user allows it, on a page of their own. */
export function PrivateNote() {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => void browser.extension.isAllowedIncognitoAccess().then(setAllowed), []);
  if (allowed === null) return null;
  return (
    <p class="by-hand small muted">
      <span class="strong">In private windows:</span>{' '}
      {allowed
        ? 'SeenOnce looks at the same sites. A token from there is held in memory only, and goes to the disk when you save it.'
        : 'the browser keeps SeenOnce out of them. You can allow it where the browser lists its extensions. A token from there is then held in memory only, until you save it.'}
    </p>
  );
}
