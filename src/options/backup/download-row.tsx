import { useRef, useState } from 'preact/hooks';
import type { Progress } from '../../messages/protocol';
import type { FailureWords } from '../../ui/failure';
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
      title="Download a backup"
      about="One encrypted file. The age command line tool opens it without SeenOnce."
      opens="Download backup"
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
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [problem, setProblem] = useState<FailureWords | null>(null);
  const field = useRef<HTMLInputElement>(null);

  async function submit(): Promise<void> {
    setBusy(true);
    setWrong(null);
    setProblem(null);
    const made = await makeBackup(passphrase, setProgress);
    setBusy(false);
    if (made.ok) return onMade(made.words);
    if ('problem' in made) return setProblem(made.problem);
    setWrong(made.wrong);
    field.current?.focus();
    field.current?.select();
  }

  return { passphrase, setPassphrase, busy, progress, wrong, problem, field, submit };
}

function DownloadForm({ onMade, onCancel }: { onMade: (words: string) => void; onCancel: () => void }) {
  const { passphrase, setPassphrase, progress, problem, submit, ...box } = useMakingBackup(onMade);
  return (
    <RowForm
      does="Download backup"
      busy={box.busy}
      busyWords={progress ? '' : 'Encrypting the file. This takes a few seconds, on purpose.'}
      problem={problem}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <div class="row-form-fields">
        <PassphraseField label="Passphrase" value={passphrase} onValue={setPassphrase} fresh={false} {...box}>
          <p class="help">
            The passphrase of the vault. It opens the backup too, also if you change it later.
          </p>
        </PassphraseField>
      </div>
      {progress && (
        <ProgressLine
          progress={progress}
          words={`Reading ${grouped(progress.done)} of ${grouped(progress.of)} tokens.`}
        />
      )}
    </RowForm>
  );
}
