import { useEffect, useState } from 'preact/hooks';
import browser from '../browser';

/** The key of the manifest's command, or the one that the user gave it; `null` until known, '' for none. */
function useKey(): string | null {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    void browser.commands.getAll().then((all) => {
      setKey(all.find(({ name }) => name === 'save-by-hand')?.shortcut ?? '');
    });
  }, []);
  return key;
}

/** For every site that is not in the table. */
export function ByHandNote() {
  const key = useKey();
  return (
    <p class="by-hand small muted">
      <span class="strong">On any other site:</span> select the token, or click into its field, and choose
      “Save as token” in the menu of the right mouse button{key ? `, or press ${key}` : ''}. SeenOnce sees
      that page at that moment only.
    </p>
  );
}
