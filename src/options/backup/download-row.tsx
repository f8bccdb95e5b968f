import { useState } from 'preact/hooks';
import type { Progress } from '../../messages/protocol';
import { counted, text } from '../../text/text';
import { useAttempt } from '../../ui/passphrase/attempt';
import { PassphraseField } from '../../ui/passphrase/field';
import { ProgressLine } from '../../ui/progress';
import { grouped } from '../../ui/time';
import { FormRow, RowForm } from '../form-row';
import { makeBackup } from './make';

export function DownloadRow({ refresh }: { refresh: () => void }) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <FormRow
      title={text('backup_download_title')}
      about={text('backup_download_about')}
      opens={text('backup_do')}
      open={open}
      setOpen={(wanted) => {
        setOpen(wanted);
        setSaid('');
      }}
      said={said}
    >
      <DownloadForm
        onCancel={() => setOpen(false)}
        onMade={(words) => {
          setOpen(false);
          setSaid(words);
          refresh();
        }}
      />
    </FormRow>
  );
}

/** The passphrase, and what making a backup with it came to. */
function useMakingBackup(onMade: (words: string) => void) {
  const attempt = useAttempt();
  const [progress, setProgress] = useState<Progress | null>(null);

  const submit = () =>
    attempt.run(async () => {
      const made = await makeBackup(attempt.value, setProgress);
      if (!made.ok) return made.complaint;
      onMade(made.words);
      return null;
    });

  return { attempt, progress, submit };
}

function DownloadForm({ onMade, onCancel }: { onMade: (words: string) => void; onCancel: () => void }) {
  const { attempt, progress, submit } = useMakingBackup(onMade);
  const { value, setValue, busy, wrong, problem, field } = attempt;
  return (
    <RowForm
      does={text('backup_do')}
      busy={busy}
      busyWords={progress ? '' : text('backup_encrypting')}
      problem={problem}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <div class="row-form-fields">
        <PassphraseField
          label={text('passphrase_label')}
          {...{ value, busy, wrong, field }}
          onValue={setValue}
          fresh={false}
        >
          <p class="help">{text('backup_passphrase_help')}</p>
        </PassphraseField>
      </div>
      {progress && (
        <ProgressLine
          progress={progress}
          words={counted('backup_reading', progress.of, { done: grouped(progress.done) })}
        />
      )}
    </RowForm>
  );
}
