import { useId, useRef, useState } from 'preact/hooks';
import type { Progress } from '../../messages/protocol';
import { FailureNote } from '../../ui/failure-note';
import { PassphraseField } from '../../ui/passphrase/field';
import { ProgressLine } from '../../ui/progress';
import { grouped } from '../../ui/time';
import { Setting } from '../setting';
import { restoreBackup, type Outcome } from './restore';
import { RestoredResult } from './restored-result';
import { UNREAD, WRONG_BACKUP_PASSPHRASE } from './words';

/** The file, its passphrase, and what came of them. */
function useRestoring(refresh: () => void) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLInputElement>(null);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || !file) return;
    setBusy(true);
    setOutcome(null);
    const now = await restoreBackup(file, passphrase, setProgress);
    setBusy(false);
    setOutcome(now);
    if (now.ok) {
      setFile(null);
      setPassphrase('');
      if (chooser.current) chooser.current.value = '';
      refresh();
    } else if (now.failure === 'wrong-passphrase') {
      field.current?.focus();
      field.current?.select();
    }
  }

  function choose(chosen: File | null): void {
    setFile(chosen);
    setOutcome(null);
  }

  return { file, choose, passphrase, setPassphrase, busy, progress, outcome, field, chooser, submit };
}

/** Adds what a backup has and the vault has not. */
export function RestoreRow({ refresh }: { refresh: () => void }) {
  const id = useId();
  const restoring = useRestoring(refresh);
  const { file, choose, busy, outcome, chooser } = restoring;
  return (
    <Setting
      title="Restore"
      about="Adds what is missing. Nothing is overwritten."
      id={id}
      below={
        <>
          {file && <RestoreForm {...restoring} />}
          {outcome && !outcome.ok && outcome.failure !== 'wrong-passphrase' && (
            <FailureNote words={UNREAD[outcome.failure]} />
          )}
          <div role="status">{outcome?.ok && <RestoredResult restored={outcome} />}</div>
        </>
      }
    >
      <input
        class="file"
        type="file"
        aria-label="Backup file"
        aria-describedby={`${id}-about`}
        accept=".age"
        disabled={busy}
        ref={chooser}
        onChange={({ currentTarget }) => choose(currentTarget.files?.[0] ?? null)}
      />
    </Setting>
  );
}

function RestoreForm(props: ReturnType<typeof useRestoring>) {
  const { passphrase, setPassphrase, busy, progress, outcome, field, submit } = props;
  const wrong = outcome && !outcome.ok && outcome.failure === 'wrong-passphrase';
  return (
    <form class="row-form" onSubmit={(event) => void submit(event)}>
      <div class="row-form-fields">
        <PassphraseField
          label="Passphrase of the backup"
          value={passphrase}
          onValue={setPassphrase}
          fresh={false}
          {...{ busy, field }}
          wrong={wrong ? WRONG_BACKUP_PASSPHRASE : null}
        >
          <p class="help">The one that the vault had when the backup was made.</p>
        </PassphraseField>
      </div>
      {progress && (
        <ProgressLine
          progress={progress}
          words={`Restoring ${grouped(progress.done)} of ${grouped(progress.of)} tokens.`}
        />
      )}
      <div class="row-form-do">
        <button class="btn btn-primary" type="submit" aria-disabled={busy}>
          Restore
        </button>
        <span class="muted small" role="status">
          {busy && !progress ? 'Opening the file. This takes about a second, on purpose.' : ''}
        </span>
      </div>
    </form>
  );
}
