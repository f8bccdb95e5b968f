import { useId } from 'preact/hooks';
import { grouped } from '../../text/dates';
import { text } from '../../text/text';
import { FailureNote } from '../../ui/failure-note';
import { ProgressLine } from '../../ui/progress';
import { Result } from '../result';
import { Setting } from '../setting';
import { Preview } from './preview';
import type { Importing } from './use-importing';

/** Adds tokens from a file of another program, after they were looked at. */
export function ImportRow({ importing }: { importing: Importing }) {
  const id = useId();
  const { candidates, problem, progress, imported, chooser, choose, take, close } = importing;
  return (
    <Setting
      title={text('transfer_import')}
      about={text('transfer_import_about')}
      id={id}
      below={
        <>
          {candidates && !progress && (
            <Preview candidates={candidates} onImport={(ticked) => void take(ticked)} onCancel={close} />
          )}
          {progress && (
            <ProgressLine
              progress={progress}
              words={text('transfer_importing', { done: grouped(progress.done), of: grouped(progress.of) })}
            />
          )}
          {problem && <FailureNote words={problem} />}
          <div role="status">
            {imported && (
              <>
                <Result {...imported} />
                <p class="help">{text('transfer_file_stays')}</p>
              </>
            )}
          </div>
        </>
      }
    >
      <input
        class="file"
        type="file"
        aria-label={text('transfer_import_file')}
        aria-describedby={`${id}-about`}
        accept=".env,.csv,.json,.txt,text/csv,application/json,text/plain"
        disabled={progress !== null}
        ref={chooser}
        onChange={({ currentTarget }) => void choose(currentTarget.files?.[0] ?? null)}
      />
    </Setting>
  );
}
