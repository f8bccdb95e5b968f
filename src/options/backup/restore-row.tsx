import { useId, useRef, useState } from 'preact/hooks';
import type { Progress } from '../../messages/protocol';
import { counted, text } from '../../text/text';
import { FailureNote } from '../../ui/failure-note';
import { useAttempt, type Complaint } from '../../ui/passphrase/attempt';
import { PassphraseField } from '../../ui/passphrase/field';
import { ProgressLine } from '../../ui/progress';
import { grouped } from '../../ui/time';
import { Setting } from '../setting';
import { restoreBackup, type Restored } from './restore';
import { RestoredResult } from './restored-result';
import { unreadWords, type Unread } from './words';

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
  return failure === 'wrong-passphrase'
    ? { wrong: text('backup_wrong_of_file') }
    : { problem: unreadWords(failure) };
}

/** Adds what a backup has and the vault has not. */
export function RestoreRow({ refresh }: { refresh: () => void }) {
  const id = useId();
  const restoring = useRestoring(refresh);
  const { file, choose, attempt, restored, chooser } = restoring;
  return (
    <Setting
      title={text('backup_restore')}
      about={text('backup_restore_about')}
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
        aria-label={text('backup_file')}
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
          label={text('backup_restore_passphrase')}
          {...{ value, busy, wrong, field }}
          onValue={setValue}
          fresh={false}
        >
          <p class="help">{text('backup_restore_help')}</p>
        </PassphraseField>
      </div>
      {progress && (
        <ProgressLine
          progress={progress}
          words={counted('backup_restoring', progress.of, { done: grouped(progress.done) })}
        />
      )}
      <div class="row-form-do">
        <button class="btn btn-primary" type="submit" aria-disabled={attempt.busy}>
          {text('backup_restore')}
        </button>
        <span class="muted small" role="status">
          {busy && !progress ? text('backup_opening') : ''}
        </span>
      </div>
    </form>
  );
}
