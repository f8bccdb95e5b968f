import { useId, useState } from 'preact/hooks';
import type { Progress } from '../../messages/protocol';
import { providers } from '../../providers';
import { grouped } from '../../text/dates';
import { text } from '../../text/text';
import { OTHER } from '../../tokens/token';
import type { FormatId } from '../../transfer/formats';
import { Lead } from '../../ui/lead';
import { Icon } from '../../ui/mark';
import { useAttempt } from '../../ui/passphrase/attempt';
import { PassphraseField } from '../../ui/passphrase/field';
import { ProgressLine } from '../../ui/progress';
import { FormRow, RowForm } from '../form-row';
import { exportTokens } from './export';

const FORMAT_IDS: readonly FormatId[] = ['env', 'csv', 'bitwarden', 'one_password'];
const ALL = '';

/** A file that is not encrypted: never without a second look. */
export function ExportRow() {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <FormRow
      title={text('transfer_export')}
      about={text('transfer_export_about')}
      opens={text('transfer_export_opens')}
      open={open}
      setOpen={(wanted) => {
        setOpen(wanted);
        setSaid('');
      }}
      said={said}
    >
      <ExportForm
        onCancel={() => setOpen(false)}
        onMade={(words) => {
          setOpen(false);
          setSaid(words);
        }}
      />
    </FormRow>
  );
}

/** What was chosen, and what an export of it came to. */
function useExporting(onMade: (words: string) => void) {
  const [format, setFormat] = useState<FormatId>('env');
  const [which, setWhich] = useState(ALL);
  const [progress, setProgress] = useState<Progress | null>(null);
  const attempt = useAttempt();

  const submit = () =>
    attempt.run(async () => {
      const wanted = { format, which: which === ALL ? null : which, passphrase: attempt.value };
      const made = await exportTokens(wanted, setProgress);
      if (!made.ok) return made.complaint;
      onMade(made.words);
      return null;
    });

  return { format, setFormat, which, setWhich, attempt, progress, submit };
}

type FormProps = { readonly onMade: (words: string) => void; readonly onCancel: () => void };

function ExportForm({ onMade, onCancel }: FormProps) {
  const { format, setFormat, which, setWhich, attempt, progress, submit } = useExporting(onMade);
  const { value, setValue, busy, wrong, problem, field } = attempt;
  return (
    <RowForm
      does={text('transfer_export_do')}
      busy={busy}
      busyWords={progress ? '' : text('transfer_checking')}
      problem={problem}
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <div class="row-form-fields">
        <Choice
          label={text('transfer_export_format')}
          value={format}
          options={FORMAT_IDS.map((id) => [id, text(`transfer_format_${id}`)])}
          // It offers these and no others.
          onValue={(id) => setFormat(id as FormatId)}
          help={text(`transfer_format_${format}_about`)}
        />
        <Choice
          label={text('transfer_export_which')}
          value={which}
          options={[
            [ALL, text('transfer_which_all')],
            ...providers.map(({ id, name }) => [id, name] as const),
            [OTHER, text('transfer_which_elsewhere')],
          ]}
          onValue={setWhich}
        />
      </div>
      <Warning />
      <PassphraseField
        label={text('transfer_passphrase')}
        {...{ value, busy, wrong, field }}
        onValue={setValue}
        fresh={false}
      />
      {progress && (
        <ProgressLine
          progress={progress}
          words={text('transfer_reading', { done: grouped(progress.done), of: grouped(progress.of) })}
        />
      )}
    </RowForm>
  );
}

/** The browser itself asks for the tick, and brings the focus to it. */
function Warning() {
  return (
    <>
      <div class="note note-once">
        <Icon is="warn" />
        <p>
          <Lead>{text('transfer_warning_lead')}</Lead>
          {text('transfer_warning')}
        </p>
      </div>
      <label class="choice">
        <input class="check" type="checkbox" required />
        {text('transfer_consent')}
      </label>
    </>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly onValue: (value: string) => void;
  readonly help?: string;
};

function Choice({ label, value, options, onValue, help }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label class="label" for={id}>
        {label}
      </label>
      <select
        class="field"
        id={id}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        value={value}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      >
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
      {help !== undefined && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
