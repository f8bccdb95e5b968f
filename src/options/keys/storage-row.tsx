import { useEffect, useState } from 'preact/hooks';
import { isStorageKept, keepStorage } from '../../ui/persistence';
import { Setting } from '../setting';

const KEPT = 'Kept until you remove the extension.';
const MAY_GO = 'The browser may clear it when the disk is full: keep a backup.';
const REFUSED = 'The browser did not agree. A backup keeps the tokens whatever it does.';

/** Whether the browser keeps the vault when the disk is full. */
export function StorageRow() {
  const [kept, setKept] = useState<boolean | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => void isStorageKept().then(setKept), []);

  async function ask(): Promise<void> {
    const agreed = await keepStorage();
    setKept(agreed);
    setSaid(agreed ? '' : REFUSED);
  }

  if (kept === null) return null;
  return (
    <Setting
      title="Storage"
      about={kept ? KEPT : MAY_GO}
      below={
        <p class="help" role="status">
          {said}
        </p>
      }
    >
      {!kept && (
        <button class="btn" type="button" onClick={() => void ask()}>
          Ask the browser
        </button>
      )}
    </Setting>
  );
}
