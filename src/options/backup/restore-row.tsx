import { useId, useRef, useState } from 'preact/hooks';
import type { Progress } from '../../messages/protocol';
import { FailureNote } from '../../ui/failure-note';
import { useAttempt, type Complaint } from '../../ui/passphrase/attempt';
import { PassphraseField } from '../../ui/passphrase/field';
import { ProgressLine } from '../../ui/progress';
import { grouped } from '../../ui/time';
import { Setting } from '../setting';
import { restoreBackup, type Restored } from './restore';
import { RestoredResult } from './restored-result';
import { UNREAD, WRONG_BACKUP_PASSPHRASE, type Unread } from './words';

/** The file, its passphrase, and what came of them. */
function useRestoring(refresh: () => void) {
  const [file, setFile] = useState<File | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [restored, setRestored] = useState<Restored | null>(null);
  const attempt = useAttempt();
  const chooser = useRef<HTMLInputElement>(null);

  async function restore(chosen: File): Promise<Complaint | null> {
    setRestored(null);
    const now = await restoreBackup(chosen, attempt.value, setProgress);
    if (!now.ok) return complaintOf(now.failure);
    setRestored(now);
    setFile(null);
    attempt.setValue('');
    if (chooser.current) chooser.current.value = '';
    refresh();
    return null;
  }

  function choose(chosen: File | null): void {
    setFile(chosen);
    setRestored(null);
    attempt.clear();
  }

  return { file, choose, attempt, progress, restored, chooser, restore };
}

function complaintOf(failure: Unread): Complaint {
  return failure === 'wrong-passphrase' ? { wrong: WRONG_BACKUP_PASSPHRASE } : { problem: UNREAD[failure] };
}

/** Adds what a backup has and the vault has not. */
export function RestoreRow({ refresh }: { refresh: () => void }) {
  const id = useId();
  const restoring = useRestoring(refresh);
  const { file, choose, attempt, restored, chooser } = restoring;
  return (
    <Setting
      title="Restore"
      about="Adds what is missing. Nothing is overwritten."
      id={id}
      below={
        <>
          {file && <RestoreForm {...restoring} file={file} />}
          {attempt.problem && <FailureNote words={attempt.problem} />}
          <div role="status">{restored && <RestoredResult restored={restored} />}</div>
        </>
      }
    >
      <input
        class="file"
        type="file"
        aria-label="Backup file"
        aria-describedby={`${id}-about`}
        accept=".age"
        disabled={attempt.busy}
        ref={chooser}
        onChange={({ currentTarget }) => choose(currentTarget.files?.[0] ?? null)}
      />
    </Setting>
  );
}

type FormProps = Pick<ReturnType<typeof useRestoring>, 'attempt' | 'progress' | 'restore'> & {
  readonly file: File;
};

function RestoreForm({ file, attempt, progress, restore }: FormProps) {
  const { value, setValue, busy, wrong, field, run } = attempt;
  return (
    <form
      class="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void run(() => restore(file));
      }}
    >
      <div class="row-form-fields">
        <PassphraseField
          label="Passphrase of the backup"
          {...{ value, busy, wrong, field }}
          onValue={setValue}
          fresh={false}
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
        <button class="btn btn-primary" type="submit" aria-disabled={attempt.busy}>
          Restore
        </button>
        <span class="muted small" role="status">
          {busy && !progress ? 'Opening the file. This takes about a second, on purpose.' : ''}
        </span>
      </div>
    </form>
  );
}
